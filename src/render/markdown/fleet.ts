import { counted, shortened } from "../../messages/phrases.ts";
import type { Fleet, FleetGroup } from "../../model/fleet.ts";
import { findingColumns, usageColumns, wordsForShared, wordsForUncounted } from "../told/fleet/across.ts";
import type { PlacedValue } from "../told/fleet/differences.ts";
import { groupAccount } from "../told/fleet/group.ts";
import { headlineOf } from "../told/fleet/headline.ts";
import { fleetMatrix } from "../told/fleet/matrix.ts";
import { type FleetRole, rolesOf } from "../told/fleet/roles.ts";
import { oneLine } from "../told/one-line.ts";
import type { Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import { type Fold, foldsWithin } from "./fold.ts";
import { LONGEST } from "./report.ts";
import { block, code, prose, row } from "./text.ts";

/** Longest text of a paragraph or a cell. */
const LONGEST_TEXT = 500;
/** Kept for what is folded away. */
const FOR_FOLDS = 20_000;

/**
 * A fleet to be pasted into a ticket: how many machines are fine and what is wrong first, then each role, then what is
 * found and used where, folded away. Never longer than what GitHub takes; what there is no room for is counted.
 */
export function renderFleetMarkdown(fleet: Fleet): string {
  const top = overview(fleet);
  const parts = rolesOf(fleet).flatMap(roleParts);
  const told = within(parts, LONGEST - FOR_FOLDS - top.length);
  return `${top}${told}${foldsWithin(foldsOf(fleet), LONGEST - top.length - told.length)}`;
}

function overview(fleet: Fleet): string {
  const { verdict, subject, incomplete, first, next, commands } = headlineOf(fleet);
  const lines = [
    text(subject),
    ...incomplete.map((each) => `**Note:** ${text(each)}`),
    ...fleet.sharedIdentities.slice(0, 3).map((each) => `**Metadata:** ${text(wordsForShared(each))}`),
    ...(first === undefined ? [] : [`**First:** ${text(first)}`]),
    ...(next === undefined ? [] : [`**Next:** ${text(next)}`]),
    ...commands.map((words) => block("", words.map(oneLine).join(" ")).join("\n")),
  ];
  return `## ${prose(verdict)}\n${lines.map((line) => `\n${line}\n`).join("")}`;
}

/** Parts in their order as far as there is room, and how many there are besides. */
function within(parts: readonly string[], room: number): string {
  let left = room;
  const fitting = parts.findIndex((part) => {
    left -= part.length;
    return left < 0;
  });
  if (fitting === -1) return parts.join("");
  return `${parts.slice(0, fitting).join("")}\n${counted(parts.length - fitting, "part")} left out for length.\n`;
}

function roleParts(role: FleetRole): readonly string[] {
  const { title, usual, odd, untold } = role;
  const { columns, alike } = fleetMatrix([usual, ...odd]);
  const more = untold.length === 0 ? [] : [`and ${counted(untold.length, "more group")} that differ`];
  const rest = [...alike, ...more];
  const table = tableOf(columns);
  return [
    `\n### ${prose(title)}\n${[...table.head, ...table.rows].map((line, at) => `${at === 0 ? "\n" : ""}${line}\n`).join("")}${rest.map((each) => `\n${text(each)}\n`).join("")}`,
    ...[usual, ...odd].map((group) => groupPart(role, group)),
  ];
}

function groupPart(role: FleetRole, group: FleetGroup): string {
  const { title, hosts, findings, following, remarks, differences, more } = groupAccount(role, group);
  const lines = [
    ...(group.hosts.length === 1 ? [] : [`- **Which:** ${text(hosts)}`]),
    ...findings.map((each) => `- **${each.severity}** ${code(each.code)}: ${text(each.what)}`),
    ...(following === 0
      ? []
      : [`- and ${counted(following, "finding that follows", "findings that follow")}`]),
    ...differences.flatMap(({ what, here, usual }) => [
      `- **Set:** ${text(what)}`,
      `  - here: ${placed(here)}`,
      `  - others: ${placed(usual)}`,
    ]),
    ...(more === 0 ? [] : [`- and ${counted(more, "more setting")}`]),
    ...remarks.map((each) => `- ${text(each)}`),
  ];
  return `\n#### ${prose(title)}\n\n${lines.join("\n")}${lines.length === 0 ? "Nothing is found." : ""}\n`;
}

function placed({ place, value }: PlacedValue): string {
  return place === undefined ? value : `${code(place)} ${code(shortened(oneLine(value), LONGEST_TEXT))}`;
}

function foldsOf(fleet: Fleet): readonly Fold[] {
  const { hosts } = fleet.summary;
  const uncounted = wordsForUncounted(fleet).map((each) => `- ${text(each)}`);
  return [
    { title: "Findings by machine", ...tableOf(findingColumns(fleet)), foot: [] },
    { title: "Proxies in use", ...tableOf(usageColumns("proxy", fleet.proxies, hosts)), foot: [] },
    { title: "Versions in use", ...tableOf(usageColumns("version", fleet.versions, hosts)), foot: [] },
    { title: "Reports that do not count", head: [], rows: uncounted, foot: [] },
  ];
}

function tableOf(columns: readonly Column[]): Pick<Fold, "head" | "rows"> {
  const count = columns[0]?.cells.length ?? 0;
  return {
    head: [row(columns.map(({ heading }) => text(heading))), row(columns.map(() => "---"))],
    rows: Array.from({ length: count }, (_, at) =>
      row(columns.map(({ cells }) => (cells[at] ?? []).map((piece) => text(piece.text)).join("<br>"))),
    ),
  };
}

function text(words: string): string {
  return prose(shortened(oneLine(words.replaceAll(GLUE, " ")), LONGEST_TEXT));
}
