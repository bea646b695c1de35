import { join } from "node:path";
import { decide } from "../../src/decide/decide.ts";
import { proxiesNamed } from "../../src/decide/proxies.ts";
import { systemMachine } from "../../src/discover/system-machine.ts";
import { check } from "../../src/doctor.ts";
import { examine } from "../../src/examine.ts";
import { startWorld } from "../../src/lab/start-world.ts";
import { WORLDS, type WorldName } from "../../src/lab/worlds.ts";
import type { Report } from "../../src/model/report.ts";
import { plan } from "../../src/plan.ts";
import { VERSION } from "../../src/version.ts";
import { observe } from "../rig/observed.ts";
import { scenarioOf } from "./scenario.ts";

/** The report of a scenario, as a run would write it that sees what the scenario shows; of all targets or only some. */
export async function reportOfScenario(name: string, only: readonly string[] = []): Promise<Report> {
  const { environment = {}, flags, saw, stores = [], chains } = scenarioOf(name);
  const machine = systemMachine({ root: join(import.meta.dirname, name, "root"), environment });
  const { report } = await examine(
    {
      machine: { ...machine, addresses: ["10.0.1.238"] },
      flags,
      only,
      skip: [],
      clock: () => new Date("2026-11-24T10:00:00Z"),
      version: VERSION,
    },
    {
      judges: saw === undefined ? "settings" : "traffic",
      asked: [],
      authorities: { own: [], find: async () => ({ stores: [], seen: stores }) },
      observe: async (components, targets, settings) => {
        const proxies = proxiesNamed(decide(components, targets, settings), settings, []);
        return saw === undefined ? [] : observe(plan(targets, [...proxies.values()]), saw, chains);
      },
    },
  );
  return report;
}

/** The report of a check of a lab's world, in which variables may be set besides. */
export async function reportOfWorld(
  name: WorldName,
  environment: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const world = await startWorld(WORLDS[name]);
  try {
    return await check({
      machine: { ...world.machine, environment: { ...world.machine.environment, ...environment } },
      network: world.network,
      flags: world.flags,
      proxies: [],
      only: [],
      skip: [],
      measuring: { attemptMs: 2000 },
      signal: new AbortController().signal,
      clock: () => new Date(),
      version: VERSION,
    });
  } finally {
    await world.close();
  }
}
