import { fileURLToPath } from "node:url";
import type { EgressPolicy } from "../../../src/model/installation.ts";
import type { Report } from "../../../src/model/report.ts";
import { AUTHORITY } from "./base-files.ts";
import type { Machine } from "./machine.ts";
import { BUCKET, GHE_NAME, MACHINES } from "./places.ts";
import type { Ended } from "./space.ts";

/** The built program. */
export const PROGRAM = fileURLToPath(new URL("../../../bin/proxy-doctor.js", import.meta.url));

/** What one attempt is given, in seconds. */
export const TIMEOUT_S = 4;

/** What an administrator of the company tells the program. */
const FACTS = [
  ...["--services", MACHINES.services, "--ghe", GHE_NAME, "--bucket", BUCKET],
  ...["--nomad-client", MACHINES["nomad-client"], "--ca-file", AUTHORITY],
];

/** The words with which its administrator would run the built program. */
export function wordsOf(
  command: "check" | "fix",
  egress: EgressPolicy,
  words: readonly string[],
): readonly string[] {
  return [PROGRAM, command, ...FACTS, "--egress", egress, "--timeout", String(TIMEOUT_S), ...words];
}

/** Runs the built program on a machine, in a new login. */
export function doctor(
  machine: Machine,
  command: "check" | "fix",
  egress: EgressPolicy,
  words: readonly string[],
): Promise<Ended> {
  return machine.login([process.execPath, "--", ...wordsOf(command, egress, words)]);
}

/** The report of a check on a machine. */
export async function checked(
  machine: Machine,
  egress: EgressPolicy,
  words: readonly string[] = [],
): Promise<Report> {
  const { code, stdout, stderr } = await doctor(machine, "check", egress, ["--format", "json", ...words]);
  if (code !== 0 && code !== 1)
    throw new Error(`check ended with ${code}: ${stderr}${stdout.slice(0, 2000)}`);
  return JSON.parse(stdout);
}
