import { counted, sentence } from "../../../messages/phrases.ts";
import type { Severity } from "../../../model/finding.ts";
import type { Fleet, FleetGroup, FleetHost } from "../../../model/fleet.ts";
import { shellWord } from "../../../model/shell-word.ts";
import type { CommandWords } from "../command.ts";
import type { Tone } from "../tone.ts";
import { toldDifference } from "./differences.ts";
import { rootsIn } from "./group.ts";
import { foldedNames } from "./names.ts";
import { countedRole, machinesIn, rolesOf } from "./roles.ts";

/** What is said of the whole fleet: how it is, what is wrong first, and what to type to see it. */
export type Headline = {
  readonly verdict: string;
  readonly tone: Tone;
  readonly subject: string;
  /** What keeps anyone from saying more. */
  readonly incomplete: readonly string[];
  readonly first?: string;
  readonly commands: readonly CommandWords[];
  readonly next?: string;
};

const MOST_NAMES = 3;

/** The answers to three questions: are all fine, what is wrong first, what is to be done. */
export function headlineOf(fleet: Fleet): Headline {
  const first = firstToMend(fleet);
  const host = first && fleet.hosts.find(({ name }) => name === first.hosts[0]);
  const does = first && told(first);
  return {
    verdict: verdictOf(fleet),
    tone: toneOf(fleet),
    subject: subjectOf(fleet),
    incomplete: incompleteness(fleet),
    ...(does === undefined ? {} : { first: does }),
    commands: host === undefined ? [] : replayOf(host),
    ...(first === undefined ? {} : { next: nextFor(first) }),
  };
}

function verdictOf({ summary }: Fleet): string {
  const { hosts, fine, withErrors, withWarnings, odd, incomplete } = summary;
  if (hosts === 0) return "No machine: none of the reports can be read";
  if (fine === hosts && odd === 0)
    return hosts === 1 ? "1 machine, and it is fine" : `All ${hosts} machines are fine and alike`;
  return [
    counted(hosts, "machine"),
    `${fine} fine`,
    ...(withErrors === 0 ? [] : [`${withErrors} with errors`]),
    ...(withWarnings === 0 ? [] : [`${withWarnings} with warnings`]),
    ...(incomplete === 0 ? [] : [`${incomplete} incomplete`]),
    ...(odd === 0 ? [] : [`${odd} unlike most of their role`]),
  ].join(", ");
}

function toneOf({ summary, leftOut }: Fleet): Tone {
  const { hosts, fine, withErrors, odd } = summary;
  if (withErrors > 0) return "bad";
  return fine < hosts || odd > 0 || leftOut.length > 0 || hosts === 0 ? "warn" : "good";
}

function subjectOf(fleet: Fleet): string {
  const roles = rolesOf(fleet).map(({ role, usual, odd, untold }) =>
    countedRole(role, machinesIn([usual, ...odd, ...untold])),
  );
  return roles.length === 0 ? "nothing to compare" : roles.join(", ");
}

function incompleteness({ leftOut, superseded, summary }: Fleet): readonly string[] {
  return [
    ...(leftOut.length === 0
      ? []
      : [
          `${counted(leftOut.length, "report")} cannot be read and ${leftOut.length === 1 ? "is" : "are"} left out, named below.`,
        ]),
    ...(summary.incomplete === 0
      ? []
      : [
          `${counted(summary.incomplete, "run")} of proxy-doctor ${summary.incomplete === 1 ? "was" : "were"} cut short; what was not measured is unknown.`,
        ]),
    ...notCounted(
      superseded.filter(({ simultaneous }) => !simultaneous).length,
      "older report",
      "a newer one",
    ),
    ...notCounted(
      superseded.filter(({ simultaneous }) => simultaneous).length,
      "report",
      "another of the same time",
    ),
  ];
}

function notCounted(count: number, reports: string, other: string): readonly string[] {
  if (count === 0) return [];
  return [`${counted(count, reports)} of a machine with ${other} ${count === 1 ? "does" : "do"} not count.`];
}

/** The group whose errors most machines have; else whose warnings; else the first that is odd. */
function firstToMend({ groups }: Fleet): FleetGroup | undefined {
  const having = (severity: Severity) =>
    groups
      .filter((group) => rootsIn(group).some((each) => each.severity === severity))
      .toSorted((one, other) => other.hosts.length - one.hosts.length)[0];
  return having("error") ?? having("warning") ?? groups.find(({ differs }) => differs !== undefined);
}

function told(group: FleetGroup): string {
  const [finding] = rootsIn(group);
  const [difference] = group.differs?.settings ?? [];
  const names = foldedNames(group.hosts, MOST_NAMES);
  const what = finding?.what ?? "behaves unlike most of its role, and nothing is found against it.";
  const why = difference === undefined ? "" : ` Unlike on the others, ${toldDifference(difference).what}`;
  return `${names}: ${sentence(what)}${why}`;
}

function nextFor({ hosts }: FleetGroup): string {
  return hosts.length === 1
    ? "see its report, and run proxy-doctor fix on that machine; then check it again."
    : "see one of their reports, mend one machine with proxy-doctor fix, then the others alike; then check them again.";
}

/** What shows the report of one machine; nothing where it came from standard input. */
function replayOf({ file }: FleetHost): readonly CommandWords[] {
  const [, archive, entry] = /^(.*\.(?:tar|tgz|tar\.gz)):(.*)$/is.exec(file) ?? [];
  if (archive !== undefined && entry !== undefined) {
    return [["tar", "-xOf", shellWord(archive), shellWord(entry), "|", "proxy-doctor", "replay", "-"]];
  }
  return file.startsWith("standard input") ? [] : [["proxy-doctor", "replay", shellWord(file)]];
}
