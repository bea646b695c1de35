import type { Report } from "../model/report.ts";
import { RENDERERS } from "../render/index.ts";
import { askedBy } from "./asked.ts";
import { type ExitCode, type ExitPolicy, exitCodeOf } from "./exit-code.ts";
import type { LintOptions } from "./options.ts";
import { faceOf } from "./terminal.ts";

/** Writes a report in the form that was asked for, and gives the exit status. */
export async function tell(
  report: Report,
  options: LintOptions,
  write: (text: string) => Promise<void>,
): Promise<ExitCode> {
  const { format, quiet, color, output } = options;
  const face = faceOf(output === undefined ? process.stdout : {}, process.env, color);
  const detail = quiet ? "findings-only" : "full";
  await write(RENDERERS[format](report, { ...face, detail, asked: askedBy(options) }));
  return exitCodeOf(report, policyOf(options));
}

/** What counts as a failure by the options. */
export function policyOf({ exitZero, strict }: Pick<LintOptions, "exitZero" | "strict">): ExitPolicy {
  if (exitZero) return "never";
  return strict ? "errors-and-warnings" : "errors";
}
