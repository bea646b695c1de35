import { counted } from "../../messages/phrases.ts";
import type { SeenChange } from "../../model/change.ts";
import type { Report } from "../../model/report.ts";
import { toldInOrder } from "../told/in-order.ts";
import { oneLine } from "../told/one-line.ts";
import { overviewOf } from "../told/overview.ts";
import { changeLines, changeLogLine, timeOf } from "./changes.ts";
import { spelled } from "./glyphs.ts";
import { renderTerminal, type TerminalOptions } from "./report.ts";
import { type Face, painter } from "./style.ts";
import { wrapped } from "./text.ts";

/** What a watched machine has shown: its last report and what changed until then. Times are ISO 8601. */
export type Watched = {
  readonly report: Report;
  readonly rounds: number;
  readonly at: string;
  readonly since: string;
  /** The oldest first. */
  readonly changes: readonly SeenChange[];
  readonly latest: readonly SeenChange[];
};

/** A screen of so many columns and lines. */
export type Screen = TerminalOptions & { readonly height: number };

/** Lines that changes may take of a screen; below them stands how it is now. */
const MOST_OF_SCREEN = 0.4;

/**
 * What is so now and what changed, as the lines of one screen: no more than it is high. `status` says what is being
 * done, and is its first line.
 */
export function watchScreen(watched: Watched, status: string, screen: Screen): readonly string[] {
  const { report, changes } = watched;
  const { width, height, glyphs } = screen;
  const paint = painter(screen);
  const head = [
    paint("strong", statusLine(status, width)),
    ...wrapped(wordsForState(watched), width).map((line) => paint("quiet", line)),
  ];
  const told = changeLines(changes, width, paint).slice(0, Math.floor(height * MOST_OF_SCREEN));
  const body = renderTerminal(report, screen).trimEnd().split("\n");
  const lines = [...spelled([...head, "", ...told, ...(told.length === 0 ? [] : [""])], glyphs), ...body];
  if (lines.length <= height) return lines;
  const note = `${lines.length - height + 1} more lines; Ctrl-C ends and prints all of them`;
  return [...lines.slice(0, height - 1), paint("quiet", statusLine(note, width))];
}

/** A line that takes the place of the one before it, so that it may not be wider than the screen. */
export function statusLine(status: string, width: number): string {
  return wrapped(status, width)[0] ?? "";
}

function wordsForState({ rounds, at, since, changes }: Watched): string {
  const first = rounds === 1 ? "" : `, ${rounds} rounds`;
  if (changes.length === 0) return `As of ${timeOf(at)}${first}. No change since ${timeOf(since)}.`;
  return `As of ${timeOf(at)}${first}. Unchanged since ${timeOf(since)}; the last changes, times in UTC:`;
}

/**
 * What a round adds to a log, each line with its time: how it is, at the first; what changed, at the others; nothing
 * where all is as it was.
 */
export function watchLog({ report, rounds, at, latest }: Watched, face: Face): string {
  const paint = painter(face);
  const state = stateLine(report, at);
  const lines =
    rounds === 1
      ? [state, ...findingsNow(report, at).map((change) => changeLogLine(change, paint))]
      : [...latest.map((change) => changeLogLine(change, paint)), ...(latest.length === 0 ? [] : [state])];
  return spelled(lines, face.glyphs)
    .map((line) => `${line}\n`)
    .join("");
}

function stateLine(report: Report, at: string): string {
  const { verdict, subject } = overviewOf(report, toldInOrder(report.findings));
  return oneLine(`${at}  NOW     ${verdict} — ${subject}`);
}

/** At the first round, all that is found is new. */
function findingsNow({ findings }: Report, at: string): readonly SeenChange[] {
  return toldInOrder(findings).map(({ finding }) => ({ at, change: { kind: "finding-came", finding } }));
}

/** What is left on the terminal when watching has ended: the last report, and all changes that are remembered. */
export function watchEnd(watched: Watched, screen: Screen): string {
  const paint = painter(screen);
  const { report, changes, rounds } = watched;
  const lines = changeLines(changes, screen.width, paint);
  const none = wrapped(
    `Nothing changed in ${counted(rounds, "round")} since ${timeOf(watched.since)}.`,
    screen.width,
  );
  const told = lines.length === 0 ? none : ["What changed, the latest first, times in UTC:", ...lines];
  return `${renderTerminal(report, screen)}\n${spelled(told, screen.glyphs).join("\n")}\n`;
}
