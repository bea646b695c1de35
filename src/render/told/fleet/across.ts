import { counted, listed } from "../../../messages/phrases.ts";
import type { Fleet, FoundOn, SharedIdentity, Usage } from "../../../model/fleet.ts";
import type { Column } from "../table.ts";
import { GLUE, type Piece } from "../tone.ts";
import { foldedNames } from "./names.ts";

const MOST_NAMES = 6;

/** One instance that several machines are told they are, in a sentence: who is told so, and by which way. */
export function wordsForShared({ instanceId, told }: SharedIdentity): string {
  const ways = new Map<string, string[]>();
  for (const { host, route } of told) ways.set(route, [...(ways.get(route) ?? []), host]);
  const clauses = [...ways].map(([route, hosts]) => {
    const way = route === "direct" ? "asking direct" : `asking through ${route}`;
    return `${foldedNames([...new Set(hosts)], MOST_NAMES)} (${way})`;
  });
  const who = [...ways.keys()].every((route) => route === "direct")
    ? "One machine under several names, or a proxy that nobody set, stands between."
    : "Through a proxy, the metadata is that of the proxy's own machine.";
  return `${instanceId} is who ${listed(clauses)} are told that they are. ${who}`;
}

const SEVERITY_PIECES: Readonly<Record<FoundOn["severity"], Piece>> = {
  error: { tone: "bad", text: `✗${GLUE}error` },
  warning: { tone: "warn", text: `!${GLUE}warning` },
  info: { tone: "quiet", text: `·${GLUE}remark` },
};

/** The names of some of a fleet's machines. */
function whichOf(hosts: readonly string[], all: number): string {
  return all > 1 && hosts.length === all ? "all" : foldedNames(hosts, MOST_NAMES);
}

/** What is found, and on how many machines. */
export function findingColumns({ findings, summary: { hosts: all } }: Fleet): readonly Column[] {
  const plain = (texts: readonly string[]): Column["cells"] => texts.map((text) => [{ tone: "plain", text }]);
  return [
    { heading: "finding", cells: plain(findings.map(({ code }) => code)) },
    { heading: "weight", cells: findings.map(({ severity }) => [SEVERITY_PIECES[severity]]) },
    { heading: "machines", cells: plain(findings.map(({ hosts }) => String(hosts.length))) },
    { heading: "which", cells: plain(findings.map(({ hosts }) => whichOf(hosts, all))) },
  ];
}

/** What machines use, and which of them. */
export function usageColumns(title: string, usages: readonly Usage[], all: number): readonly Column[] {
  const column = (heading: string, texts: readonly string[]): Column => ({
    heading,
    cells: texts.map((text) => [{ tone: "plain", text }]),
  });
  return [
    column(
      title,
      usages.map(({ name }) => name),
    ),
    column(
      "machines",
      usages.map(({ hosts }) => String(hosts.length)),
    ),
    column(
      "which",
      usages.map(({ hosts }) => whichOf(hosts, all)),
    ),
  ];
}

/** Reports that do not count, each in a clause. */
export function wordsForUncounted({ superseded, leftOut }: Fleet): readonly string[] {
  return [
    ...leftOut.map(({ file, why }) => `left out: ${file} ${why}`),
    ...superseded.map(({ host, file, newer }) => `older: ${file}, since ${newer} is newer of ${host}`),
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
