import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Company, openCompany } from "../network/company/company.ts";
import { buildDrivers } from "../network/company/drivers.ts";
import { whyNoCompany } from "../network/company/needs.ts";
import { ENCLOSED } from "../network/enclosure.ts";
import type { Asking } from "./bench.ts";
import { say } from "./rig/table.ts";

/** `enclosure.sh` ends with it where it can make no network. */
const CANNOT_ENCLOSE = 71;

/** A question that is asked in the company of `test/network`: by another bench, in a network that is nobody else's. */
export function inCompany(
  name: string,
  ask: (company: Company, asking: Asking) => Promise<void>,
): (asking: Asking) => Promise<void> {
  return async (asking) => {
    if (!ENCLOSED) return askEnclosed(name, asking);
    const why = whyNoCompany();
    if (why !== undefined) return say(`\n${name}: skipped, ${why}`);
    const drivers = await buildDrivers();
    try {
      const company = await openCompany(drivers);
      await ask(company, asking).finally(company.close);
    } finally {
      await drivers.remove();
    }
  };
}

async function askEnclosed(name: string, { root, options }: Asking): Promise<void> {
  const enclosure = join(root, "src", "observe", "enclosure.sh");
  const words = [process.execPath, join(root, "test", "bench", "run.js"), name, ...options];
  const [status] = await once(spawn("sh", [enclosure, ...words], { stdio: "inherit" }), "exit");
  if (status === CANNOT_ENCLOSE) say(`\n${name}: skipped, needs root and a network of its own`);
  else if (status !== 0) throw new Error(`${name} ended with ${status}`);
}
