import type { Account } from "../told/account.ts";
import { gathered } from "../told/network-asks.ts";
import { SEVERITY_TONES } from "../told/tone.ts";
import { noteLines } from "./notes.ts";
import type { Paint } from "./style.ts";
import { indented, wrapped } from "./text.ts";

const INDENT = 2;

/** One finding with what follows from it, but for its diffs; no line is wider than `width`, but those that are typed. */
export function findingLines(account: Account, width: number, paint: Paint): readonly string[] {
  const { finding, what, notes } = account;
  const room = width - INDENT;
  const body = [
    ...wrapped(what, room).map((line) => paint("strong", line)),
    ...noteLines(gathered(notes), room, paint),
  ];
  const title = paint(SEVERITY_TONES[finding.severity], `${finding.severity.toUpperCase()} ${finding.code}`);
  return [title, ...indented(body, INDENT)];
}
