import type { Report } from "../../model/report.ts";
import { accountOf } from "../told/account.ts";
import type { CommandWords } from "../told/command.ts";
import { isWorthMaking } from "../told/fixes.ts";
import { toldInOrder } from "../told/in-order.ts";
import { overviewOf } from "../told/overview.ts";
import { wordsForReading, wordsForUnread } from "../told/reading.ts";
import { restartsOf } from "../told/restarts.ts";
import type { Tone } from "../told/tone.ts";
import { commandLines } from "./command.ts";
import { diffLines } from "./diff.ts";
import { findingLines } from "./findings.ts";
import { spelled } from "./glyphs.ts";
import { matrixLines } from "./matrix.ts";
import { askLines } from "./network-asks.ts";
import { type Face, painter } from "./style.ts";
import { labelled, wrapped } from "./text.ts";

/** How a report is shown on a terminal. */
export type TerminalOptions = Face & {
  readonly detail: "full" | "findings-only";
  /** The options that say what is judged, as they were typed; else what the report knows of them. */
  readonly asked?: CommandWords;
};

const NARROWEST = 40;

/**
 * A report for a person at a terminal: the verdict, what is wrong first and what to type; the table of all routes; each
 * finding with its cause, what follows from it and what to do; what to do next. Ends with a line break. No line is wider
 * than `width`, or 40 columns, but those that are copied; nothing that came from a network or a file reaches the terminal raw.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const width = Math.max(NARROWEST, options.width);
  const paint = painter(options);
  const lines = (tone: Tone, texts: readonly string[]) =>
    texts.flatMap((text) => wrapped(text, width).map((line) => paint(tone, line)));
  const told = toldInOrder(report.findings);
  const overview = overviewOf(report, told, options.asked);
  const { verdict, tone, subject, egress, incomplete, first, next } = overview;
  const commands = commandLines(overview.commands, width);
  const seen =
    report.judges === "traffic" ? matrixLines(report, width, paint) : lines("quiet", wordsForReading(report));
  const head = [
    ...lines(tone, [`${verdict} — ${subject}`]),
    ...lines("quiet", egress),
    ...lines("warn", incomplete),
  ];
  const table = [...seen, ...lines("warn", wordsForUnread(report))];
  const answers = first === undefined ? [] : [...labelled("First:", [first], width), ...commands];
  const end = [
    ...labelled("Then:", restartsForAll(report), width),
    ...(next === undefined ? [] : [...labelled("Next:", [next], width), ...commands]),
  ];
  const parts = [
    spelled(head, options.glyphs),
    ...(options.detail === "full" ? [spelled(answers, options.glyphs), spelled(table, options.glyphs)] : []),
    ...told.map((each) => {
      const account = accountOf(report, each);
      const shown = spelled(findingLines(account, width, paint), options.glyphs);
      return [...shown, ...account.diffs.flatMap((diff) => diffLines(diff, paint))];
    }),
    spelled(askLines(report, width, paint), options.glyphs),
    spelled(end, options.glyphs),
  ];
  return parts
    .filter((each) => each.length > 0)
    .map((each) => `${each.join("\n")}\n`)
    .join("\n");
}

/** What is to be done once for several changes; where there is one, it stands there. */
function restartsForAll({ fixes }: Report): readonly string[] {
  const restarting = fixes.filter((fix) => isWorthMaking(fix) && fix.restart.length > 0);
  return restarting.length < 2
    ? []
    : ["once all changes are made, in this order:", ...restartsOf(restarting)];
}
