import type { Report } from "../model/report.ts";

/** What the exit status means; scripts rely on it. */
export const EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3 } as const;
/** One of the exit statuses. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What counts as a failure for the caller. */
export type ExitPolicy = "errors" | "errors-and-warnings" | "never";

/** What counts as a failure by the options that say so. */
export function policyOf({
  exitZero = false,
  strict,
}: {
  readonly exitZero?: boolean;
  readonly strict: boolean;
}): ExitPolicy {
  if (exitZero) return "never";
  return strict ? "errors-and-warnings" : "errors";
}

/** The exit status of a report; an incomplete run is said to be so, whatever it found. */
export function exitCodeOf(report: Report, policy: ExitPolicy): ExitCode {
  if (report.stopped !== undefined || report.toolErrors.length > 0) return EXIT.incomplete;
  return exitCodeFor(report.summary, policy);
}

/** The exit status of what was found, where all that was asked for was done. */
export function exitCodeFor(
  { errors, warnings }: Pick<Report["summary"], "errors" | "warnings">,
  policy: ExitPolicy,
): ExitCode {
  if (policy === "never") return EXIT.clean;
  const counted = policy === "errors" ? errors : errors + warnings;
  return counted > 0 ? EXIT.findings : EXIT.clean;
}
