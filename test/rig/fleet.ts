import { gathering } from "../../src/fleet/gathering.ts";
import { glanceOf } from "../../src/fleet/glance.ts";
import type { Fleet } from "../../src/model/fleet.ts";
import type { Installation } from "../../src/model/installation.ts";
import type { Report } from "../../src/model/report.ts";

/** The report of another machine, which is called so and has an address of its own. */
export function machine(report: Report, hostname: string, its: Partial<Installation> = {}): Report {
  const number = Number(/\d+/.exec(hostname)?.[0] ?? 250);
  const addresses = ["127.0.0.1", `10.0.${number >> 8}.${number & 255}`];
  return { ...report, installation: { ...report.installation, hostname, addresses, ...its } };
}

/** Many machines of the same report: `nomad-1` and so on, as Nomad clients. */
export function machines(report: Report, count: number, first = 1): readonly Report[] {
  return Array.from({ length: count }, (_, at) =>
    machine(report, `nomad-${first + at}`, { role: "nomad-client" }),
  );
}

/** The fleet of some reports, each from a file that is called as its machine. */
export function fleetFrom(reports: readonly Report[], leftOut: Fleet["leftOut"] = []): Fleet {
  const gathered = gathering();
  for (const [at, report] of reports.entries()) {
    const file = `reports/${report.installation.hostname ?? `report-${at}`}.json`;
    gathered.add(glanceOf(report, file), `${at}`);
  }
  return gathered.fleet(leftOut);
}
