import { wordsFor } from "../../messages/findings.ts";
import { counted, shortened } from "../../messages/phrases.ts";
import type { Severity } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { type Account, accountOf } from "../told/account.ts";
import type { Told } from "../told/in-order.ts";
import { gathered } from "../told/network-asks.ts";
import type { NOTE_LABELS, Note } from "../told/note.ts";
import { oneLine } from "../told/one-line.ts";
import { block, code, prose } from "./text.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Remark",
};

/** Longest sentence of a finding for which there is no room otherwise. */
const LONGEST_SENTENCE = 300;

/** All findings in at most `room` characters: the first ones whole, and where there are too many, the rest counted. */
export function findingsWithin(report: Report, told: readonly Told[], room: number): string {
  const brief = told.map(inShort);
  let left = room - lengthOf(brief);
  if (left < 0) return briefly(brief, room);
  return told
    .map((each, at) => {
      const short = brief[at] ?? "";
      const whole = inFull(accountOf(report, each));
      if (whole.length - short.length > left) return short;
      left -= whole.length - short.length;
      return whole;
    })
    .join("");
}

/** As many as fit, and how many there are besides. */
function briefly(texts: readonly string[], room: number): string {
  const note = (count: number) => `\n${counted(count, "more finding")} for which there is no room here.\n`;
  let left = room - note(texts.length).length;
  const fitting = texts.findIndex((text) => {
    left -= text.length;
    return left < 0;
  });
  return fitting === -1
    ? texts.join("")
    : `${texts.slice(0, fitting).join("")}${note(texts.length - fitting)}`;
}

function inFull({ finding, what, notes, diffs }: Account): string {
  const then = notes.filter(({ label }) => label === "then").flatMap(({ texts }) => texts);
  return paragraphs(
    [`### ${SEVERITIES[finding.severity]}: ${code(finding.code)}`],
    [prose(what)],
    gathered(notes)
      .filter(({ label }) => label !== "then")
      .flatMap(noteLines),
    ...diffs.map((diff) => block("diff", diff)),
    ...(then.length === 0 ? [] : [["Then:"], block("", then.join("\n"))]),
  );
}

function inShort({ finding }: Told): string {
  return paragraphs(
    [`### ${SEVERITIES[finding.severity]}: ${code(finding.code)}`],
    [prose(shortened(oneLine(wordsFor(finding).what), LONGEST_SENTENCE))],
    ["There is no room for its evidence here; the report as JSON has it."],
  );
}

const LABELS: Readonly<Record<(typeof NOTE_LABELS)[number], string>> = {
  at: "At",
  why: "Why",
  seen: "Seen",
  cause: "Cause",
  so: "So",
  fix: "Fix",
  type: "Type",
  keep: "Keep",
  // biome-ignore lint/suspicious/noThenProperty: it is a note's label
  then: "Then",
  do: "Do",
  where: "Where",
  ask: "Ask",
  tried: "Tried",
};

function noteLines({ label, texts }: Note): readonly string[] {
  const shown = texts.map(label === "type" ? code : noteText);
  return shown.length === 1
    ? [`- **${LABELS[label]}:** ${shown[0]}`]
    : [`- **${LABELS[label]}:**`, ...shown.map((text) => `  - ${text}`)];
}

/** What has a gap of two blanks in it is a line of a file or an edit, to be read as it stands. */
function noteText(text: string): string {
  return text.includes("  ") ? code(text) : prose(text);
}

function paragraphs(...parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join("\n")}\n`)
    .join("");
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + text.length, 0);
}
