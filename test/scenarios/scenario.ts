import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { systemMachine } from "../../src/discover/system-machine.ts";
import type { InstallationFlags } from "../../src/model/installation.ts";
import type { SeenTrustStore } from "../../src/model/trust.ts";
import { type Judged, judged } from "../rig/judged.ts";
import type { Chains, Showings } from "../rig/observed.ts";

/** `scenario.json` in each folder; the machine's files lie in `root/` beside it. */
export type Scenario = {
  readonly title: string;
  readonly flags: InstallationFlags;
  readonly environment?: Readonly<Record<string, string>>;
  /** What every attempt showed; without it, only the settings are judged. */
  readonly saw?: Showings;
  /** Stores of authorities on the machine, and the chains that showings speak of. */
  readonly stores?: readonly SeenTrustStore[];
  readonly chains?: Chains;
  readonly expected: readonly Expected[];
};

/** A finding that stands on its own; `fix` is the verdict on its fix, or on each of its fixes. */
export type Expected = {
  readonly code: string;
  readonly subject: string;
  readonly fix?: string;
  readonly consequences?: readonly string[];
};

/** The folder of every scenario. */
export const SCENARIOS: readonly string[] = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function scenarioOf(name: string): Scenario {
  return JSON.parse(readFileSync(join(import.meta.dirname, name, "scenario.json"), "utf8"));
}

/** A scenario's machine, judged by what it saw. */
export function judgedScenario(name: string): Promise<Judged> {
  const { environment = {}, flags, saw, stores, chains } = scenarioOf(name);
  const machine = systemMachine({ root: join(import.meta.dirname, name, "root"), environment });
  return judged({
    machine: { ...machine, addresses: ["10.0.1.238"] },
    flags,
    ...(saw === undefined ? {} : { saw }),
    ...(stores === undefined ? {} : { stores }),
    ...(chains === undefined ? {} : { chains }),
  });
}
