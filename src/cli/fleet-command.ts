import * as v from "valibot";
import type { Fleet } from "../model/fleet.ts";
import { fleetRendererOf } from "../render/fleet.ts";
import { FLEET_FORMATS } from "../render/formats.ts";
import { EXIT, type ExitCode, type ExitPolicy, exitCodeFor, policyOf } from "./exit-code.ts";
import { gatheredFleet } from "./fleet/gathered-fleet.ts";
import { openOutput } from "./output.ts";
import { oneOf, parseOptions } from "./parse-options.ts";
import { spinner } from "./spinner.ts";
import { standardOutput } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";

const FleetOptions = v.object({
  format: oneOf(FLEET_FORMATS),
  output: v.optional(v.string()),
  quiet: v.optional(v.boolean(), false),
  color: v.boolean(),
  strict: v.optional(v.boolean(), false),
  exitZero: v.optional(v.boolean(), false),
});

/** So often is a person told how far reading has come, in reports. */
const STEP = 100;

/** `fleet`: merges many machines' reports, prints what they come to, and gives the exit status. */
export async function runFleet(paths: readonly string[], raw: unknown): Promise<ExitCode> {
  const options = parseOptions(FleetOptions, raw);
  const { format, output, color } = options;
  const write = await openOutput(output);
  const line = await spinner("reading reports", options);
  const fleet = await stoppable((signal) =>
    gatheredFleet(paths, signal, (read) => {
      if (read % STEP === 0) line.tell(`${read} reports read`);
    }),
  ).finally(line.end);
  const face = faceOf(output === undefined ? standardOutput() : {}, process.env, color);
  const render = await fleetRendererOf(format);
  await write(render(fleet, face));
  return exitCodeOf(fleet, policyOf(options));
}

/** A report that could not be read may hold anything. */
function exitCodeOf({ summary, leftOut }: Fleet, policy: ExitPolicy): ExitCode {
  if (leftOut.length > 0) return EXIT.incomplete;
  return exitCodeFor({ errors: summary.withErrors, warnings: summary.withWarnings }, policy);
}
