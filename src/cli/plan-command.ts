import * as v from "valibot";
import { namedProxy } from "../decide/proxies.ts";
import { prospect } from "../prospect.ts";
import { SHEET_FORMATS } from "../render/formats.ts";
import { renderPlanJson } from "../render/plan-json.ts";
import { renderPlan } from "../render/terminal/plan.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { flagsOf, JUDGED, OPTION_VALUES } from "./options.ts";
import { oneOf, parseOptions } from "./parse-options.ts";
import { standardOutput } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";
import { openMachine } from "./world.ts";

const PlanOptions = v.object({
  ...JUDGED,
  proxy: v.optional(v.array(OPTION_VALUES.proxyUrl), []),
  format: oneOf(SHEET_FORMATS),
  color: v.boolean(),
});

/** `plan`: prints every connection that a check would make, and makes none. */
export async function runPlan(raw: unknown): Promise<ExitCode> {
  const options = parseOptions(PlanOptions, raw);
  requireTargets(options);
  const { machine, flags } = await stoppable((signal) => openMachine(options, signal));
  const planned = await prospect(
    {
      machine,
      flags: { ...flags, ...flagsOf(options) },
      own: options.targets,
      only: options.only,
      skip: options.skip,
    },
    options.proxy.map(namedProxy),
  );
  const text =
    options.format === "json"
      ? renderPlanJson(planned)
      : renderPlan(planned, faceOf(standardOutput(), process.env, options.color));
  standardOutput().write(text);
  return EXIT.clean;
}
