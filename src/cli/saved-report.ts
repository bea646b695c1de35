import type { Report } from "../model/report.ts";
import { readReport } from "../saved/read-report.ts";
import { readNamed } from "./named-file.ts";
import { readStandardInput } from "./standard-input.ts";
import { UsageError } from "./usage-error.ts";

/** The largest report that is read, in bytes. */
export const LARGEST_REPORT = 67_108_864;

/** The report in a file that a command names, or in standard input for `-`. Throws a `UsageError` where there is none. */
export async function savedReport(command: string, path: string, signal: AbortSignal): Promise<Report> {
  const text =
    path === "-"
      ? await readStandardInput(command, LARGEST_REPORT, signal)
      : await readNamed(command, path, signal, LARGEST_REPORT);
  const saved = readReport(text);
  if (saved.kind === "report") return saved.report;
  throw new UsageError(`${command}: ${path === "-" ? "standard input" : path}: ${saved.why}`);
}
