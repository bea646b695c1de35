import type { Report } from "../model/report.ts";
import { rendererOf } from "../render/index.ts";
import { type ExitCode, exitCodeOf, policyOf } from "./exit-code.ts";
import type { ReplayOptions } from "./options.ts";
import { sharing } from "./shared.ts";
import { standardOutput } from "./standard-output.ts";
import { faceOf } from "./terminal.ts";

/** How a report is told, as all commands have it that print one. */
type ToldOptions = Omit<ReplayOptions, "only" | "skip"> & {
  /** The options that say what is judged, as a shell takes them; where absent, the report tells. */
  readonly asked?: readonly string[];
};

/** Writes a report in the form that was asked for, by its own names or by others, and gives the exit status. */
export async function tell(
  report: Report,
  options: ToldOptions,
  write: (text: string) => Promise<void>,
): Promise<ExitCode> {
  const { format, quiet, color, output, strict, share } = options;
  const face = faceOf(output === undefined ? standardOutput() : {}, process.env, color);
  const detail = quiet ? "findings-only" : "full";
  const counting = strict ? "errors-and-warnings" : "errors";
  const told = share ? (await sharing())(report) : report;
  // What was typed has the names that are not to be told.
  const asked = share || options.asked === undefined ? {} : { asked: options.asked };
  const render = await rendererOf(format);
  await write(render(told, { ...face, detail, counting, ...asked }));
  return exitCodeOf(report, policyOf(options));
}
