import { counted, listed } from "../../../messages/phrases.ts";
import type { Fleet, FoundOn, Repeated, SharedIdentity, Superseded, Usage } from "../../../model/fleet.ts";
import { groupBy } from "../../../model/group-by.ts";
import type { Column } from "../table.ts";
import { GLUE, SEVERITY_TONES } from "../tone.ts";
import { foldedNames } from "./names.ts";

const MOST_NAMES = 6;

/** One instance that several machines are told they are, in a sentence: who is told so, and by which way. */
export function wordsForShared({ instanceId, told }: SharedIdentity): string {
  const ways = groupBy(told, ({ route }) => route);
  const clauses = [...ways].map(([route, same]) => {
    const way = route === "direct" ? "asking direct" : `asking through ${route}`;
    const hosts = new Set(same.map(({ host }) => host));
    return `${foldedNames([...hosts], MOST_NAMES)} (${way})`;
  });
  const who = [...ways.keys()].every((route) => route === "direct")
    ? "One machine under several names, or a proxy that nobody set, stands between."
    : "Through a proxy, the metadata is that of the proxy's own machine.";
  return `${instanceId} is who ${listed(clauses)} are told that they are. ${who}`;
}

const SEVERITY_TEXTS: Readonly<Record<FoundOn["severity"], string>> = {
  error: `✗${GLUE}error`,
  warning: `!${GLUE}warning`,
  info: `·${GLUE}remark`,
};

/** The names of some of a fleet's machines. */
function whichOf(hosts: readonly string[], all: number): string {
  return all > 1 && hosts.length === all ? "all" : foldedNames(hosts, MOST_NAMES);
}

/** What is found, and on how many machines. */
export function findingColumns({ findings, summary: { hosts: all } }: Fleet): readonly Column[] {
  const weights = findings.map(({ severity }) => [
    { tone: SEVERITY_TONES[severity], text: SEVERITY_TEXTS[severity] },
  ]);
  const codes = findings.map(({ code }) => code);
  return [
    plainColumn("finding", codes),
    { heading: "weight", cells: weights },
    ...hostColumns(findings, all),
  ];
}

/** What machines use, and which of them. */
export function usageColumns(title: string, usages: readonly Usage[], all: number): readonly Column[] {
  const names = usages.map(({ name }) => name);
  return [plainColumn(title, names), ...hostColumns(usages, all)];
}

/** On how many machines something is, and on which. */
function hostColumns(rows: readonly Pick<Usage, "hosts">[], all: number): readonly Column[] {
  const counts = rows.map(({ hosts }) => String(hosts.length));
  const names = rows.map(({ hosts }) => whichOf(hosts, all));
  return [plainColumn("machines", counts), plainColumn("which", names)];
}

function plainColumn(heading: string, texts: readonly string[]): Column {
  return { heading, cells: texts.map((text) => [{ tone: "plain", text }]) };
}

/** Reports that do not count, each in a clause. */
export function wordsForUncounted({ superseded, repeated, leftOut }: Fleet): readonly string[] {
  return [
    ...leftOut.map(({ file, why }) => `left out: ${file} ${why}`),
    ...superseded.map(wordsForSuperseded),
    ...repeated.map(wordsForRepeated),
  ];
}

/** Most lines of one kind; the JSON has all. */
export function atMost(lines: readonly string[], most: number, noun: string): readonly string[] {
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most),
    `and ${counted(lines.length - most, `more ${noun}`)}; --format json has all`,
  ];
}

function wordsForSuperseded({ host, file, newer, simultaneous }: Superseded): string {
  return simultaneous
    ? `twice: ${file}, since ${newer} is of ${host} and of the same time`
    : `older: ${file}, since ${newer} is newer of ${host}`;
}

function wordsForRepeated({ file, sameAs }: Repeated): string {
  return file === sameAs
    ? `again: ${file}, which is named more than once and counts once`
    : `again: ${file}, which is the same report as ${sameAs} and counts once`;
}
