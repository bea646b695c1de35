import type { Report } from "../model/report.ts";
import { findingLines } from "./findings.ts";
import { matrixLines } from "./matrix.ts";
import { readingLines } from "./reading.ts";
import { type Face, painter } from "./style.ts";
import { firstLines, nextLines, verdictLines } from "./summary.ts";
import { toldInOrder } from "./told.ts";

/** How a report is shown on a terminal. */
export type TerminalOptions = Face & { readonly detail: "full" | "findings-only" };

const NARROWEST = 40;

/**
 * A report for a person at a terminal: the verdict and what is wrong first, the table of all routes, then each
 * finding with its cause, what follows from it and what to do. Ends with a line break. No line is wider than
 * `width`, or 40 columns, but those of diffs; nothing that came from a network or a file reaches the terminal raw.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const width = Math.max(NARROWEST, options.width);
  const paint = painter(options);
  const told = toldInOrder(report.findings);
  const overview = [
    firstLines(told, width),
    report.judges === "traffic" ? matrixLines(report, width, paint) : readingLines(report, width, paint),
  ];
  const parts = [
    verdictLines(report, width, paint),
    ...(options.detail === "full" ? overview : []),
    ...told.map((each) => findingLines(report, each, width, paint)),
    nextLines(report, told, width),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
