import type { Report } from "../../model/report.ts";
import { accountOf } from "../told/account.ts";
import { toldInOrder } from "../told/in-order.ts";
import { overviewOf } from "../told/overview.ts";
import { wordsForReading, wordsForUnread } from "../told/reading.ts";
import type { Tone } from "../told/tone.ts";
import { findingLines } from "./findings.ts";
import { matrixLines } from "./matrix.ts";
import { type Face, painter } from "./style.ts";
import { wrapped } from "./text.ts";

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
  const lines = (tone: Tone, texts: readonly string[]) =>
    texts.flatMap((text) => wrapped(text, width).map((line) => paint(tone, line)));
  const told = toldInOrder(report.findings);
  const { verdict, tone, subject, egress, incomplete, first, next } = overviewOf(report, told);
  const seen =
    report.judges === "traffic" ? matrixLines(report, width, paint) : lines("quiet", wordsForReading(report));
  const overview = [
    first === undefined ? [] : lines("plain", [`First: ${first}`]),
    [...seen, ...lines("warn", wordsForUnread(report))],
  ];
  const parts = [
    [...lines(tone, [`${verdict} — ${subject}`]), ...lines("quiet", egress), ...lines("warn", incomplete)],
    ...(options.detail === "full" ? overview : []),
    ...told.map((each) => findingLines(accountOf(report, each), width, paint)),
    next === undefined ? [] : lines("plain", [`Next: ${next}`]),
  ];
  return parts
    .filter((each) => each.length > 0)
    .map((each) => `${each.join("\n")}\n`)
    .join("\n");
}
