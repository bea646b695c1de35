import { wordsFor } from "../../messages/findings.ts";
import { counted } from "../../messages/phrases.ts";
import type { FileOutcome } from "../../model/file-change.ts";
import type { Finding } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import type { Report } from "../../model/report.ts";
import { shellWord } from "../../model/shell-word.ts";
import {
  fixNotes,
  isFor,
  isForOthers,
  isVain,
  isVerified,
  isWorthMaking,
  triedNotes,
  unmended,
} from "../told/fixes.ts";
import { toldInOrder } from "../told/in-order.ts";
import { gathered } from "../told/network-asks.ts";
import { oneLine } from "../told/one-line.ts";
import { wordsForUnread } from "../told/reading.ts";
import { remedyNotes } from "../told/remedy.ts";
import { restartsOf } from "../told/restarts.ts";
import { diffLines } from "./diff.ts";
import { askLines } from "./network-asks.ts";
import { noteLines } from "./notes.ts";
import { type Face, type Paint, painter } from "./style.ts";
import { indented, labelled, wrapped } from "./text.ts";

const INDENT = 2;

/** What may be changed, before it is: every fix with its verdict and its diff, and what no setting mends. */
export function renderFixes(report: Report, face: Face): string {
  const paint = painter(face);
  const { findings, fixes } = report;
  const made = fixes.filter(isWorthMaking);
  const rest = toldInOrder(findings)
    .map(({ finding }) => finding)
    .filter((finding) => left(finding, fixes) !== undefined);
  return paragraphs([
    wrapped(headline(report, rest), face.width).map((line) => paint("strong", line)),
    ...made.map((fix) => proposal(report, fix, face.width, paint)),
    ...rest.map((finding) => leftOver(report, finding, face.width, paint)),
    askLines(report, face.width, paint),
    wordsForUnread(report).flatMap((line) => wrapped(line, face.width)),
    fixes.some((fix) => isVerified(fix) && fix.diff !== "") ? wrapped(WAY_BACK, face.width) : [],
  ]);
}

/** What makes the proposed changes take effect, for whoever makes them by hand; empty where nothing has to be restarted. */
export function renderRestarts({ fixes }: Report, face: Face): string {
  const steps = labelled("then", restartsOf(fixes.filter(isWorthMaking)), face.width);
  return steps.length === 0 ? "" : `\n${paragraphs([steps])}`;
}

const WAY_BACK =
  "--write keeps each file as it was beside the new one, as FILE.TIME.bak: moved back, it undoes the change.";

/** @param rest the findings that no change mends */
function headline({ findings, fixes }: Report, rest: readonly Finding[]): string {
  const verified = fixes.filter(isVerified).length;
  const unproved = fixes.filter(({ verdict }) => verdict === "unmeasured").length;
  if (findings.length === 0) return "Nothing to fix: no finding.";
  if (verified + unproved === 0) {
    const what = `what is wrong (${counted(findings.length, "finding")})`;
    return rest.every((finding) => isHandedOn(finding, fixes))
      ? `No setting mends ${what}.`
      : `No change of a file was found that mends ${what}; what to do stands with each.`;
  }
  const besides = unproved === 0 ? "" : `, ${counted(unproved, "change")} not proved`;
  return `${counted(verified, "verified fix", "verified fixes")}${besides}, to be made in this order:`;
}

/** Whether others are to mend a finding, since no setting can. */
function isHandedOn(finding: Finding, fixes: readonly Fix[]): boolean {
  return fixes.some((fix) => isForOthers(fix) && isFor(fix, finding));
}

function proposal(report: Report, fix: Fix, width: number, paint: Paint): readonly string[] {
  const finding = report.findings.find((each) => isFor(fix, each));
  if (finding === undefined) return [];
  const room = width - INDENT;
  const body = [
    ...wrapped(wordsFor(finding).what, room),
    ...noteLines(fixNotes(report, fix, finding), room, paint),
  ];
  return [paint("strong", finding.code), ...indented(body, INDENT), ...diffLines(fix.diff, paint)];
}

/** What of a finding no change mends. */
function left(finding: Finding, fixes: readonly Fix[]): Finding | undefined {
  if (finding.causedBy.length > 0) return undefined;
  const helping = fixes.filter((fix) => isWorthMaking(fix) && fix.findings.includes(finding.id));
  return helping.some((fix) => !isFor(fix, finding)) ? undefined : unmended(finding, helping);
}

function leftOver(report: Report, finding: Finding, width: number, paint: Paint): readonly string[] {
  const room = width - INDENT;
  const told = left(finding, report.fixes) ?? finding;
  const tried = report.fixes.filter((fix) => isVain(fix) && isFor(fix, finding));
  const notes = [...tried.flatMap(triedNotes), ...gathered(remedyNotes(report, told))];
  const body = [...wrapped(wordsFor(told).what, room), ...noteLines(notes, room, paint)];
  const why = isHandedOn(finding, report.fixes)
    ? "no change of a setting mends it"
    : "no change of a file was found that mends it";
  return [`${paint("strong", finding.code)} (${why})`, ...indented(body, INDENT)];
}

/** What was written, what to restart, and how to take it back. */
export function renderWritten(outcomes: readonly FileOutcome[], fixes: readonly Fix[], face: Face): string {
  const written = outcomes.filter(({ kind }) => kind === "written" || kind === "made");
  const applied = fixes.filter((fix) => isVerified(fix) && isMade(fix, written));
  return paragraphs([
    outcomes.flatMap((outcome) => wrapped(wordsForOutcome(outcome), face.width)),
    labelled("then", restartsOf(applied), face.width),
    undoLines(outcomes),
  ]);
}

/** Whether a file that a fix changes is among those that were written, wherever the root lies. */
function isMade({ patch }: Fix, written: readonly FileOutcome[]): boolean {
  return patch.some(({ file }) => written.some(({ path }) => path.endsWith(file)));
}

function wordsForOutcome(outcome: FileOutcome): string {
  switch (outcome.kind) {
    case "written":
      return `${outcome.path}: written; as it was: ${outcome.backup}`;
    case "made":
      return `${outcome.path}: made`;
    case "unchanged":
      return `${outcome.path}: has this text already`;
    case "refused":
      return `${outcome.path}: not written, ${outcome.why}`;
  }
}

/** Commands to copy, so that they are not broken. */
function undoLines(outcomes: readonly FileOutcome[]): readonly string[] {
  const commands = outcomes.flatMap(undoing).map(oneLine);
  return commands.length === 0 ? [] : ["To undo it:", ...indented(commands, INDENT)];
}

function undoing(outcome: FileOutcome): readonly string[] {
  if (outcome.kind === "written") {
    const words = `${shellWord(outcome.backup)} ${shellWord(outcome.file)}`;
    // Copied, it leaves the file the mode that its readers need.
    return [`sudo ${outcome.isBackupClosed ? "cp" : "mv"} ${words}`];
  }
  return outcome.kind === "made" ? [`sudo rm ${shellWord(outcome.path)}`] : [];
}

function paragraphs(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
