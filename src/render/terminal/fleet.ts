import { counted } from "../../messages/phrases.ts";
import type { Fleet, FleetGroup } from "../../model/fleet.ts";
import {
  atMost,
  findingColumns,
  usageColumns,
  wordsForShared,
  wordsForUncounted,
} from "../told/fleet/across.ts";
import { headlineOf } from "../told/fleet/headline.ts";
import { fleetMatrix } from "../told/fleet/matrix.ts";
import { type FleetRole, rolesOf } from "../told/fleet/roles.ts";
import type { Column } from "../told/table.ts";
import type { Tone } from "../told/tone.ts";
import { commandLines } from "./command.ts";
import { groupLines } from "./fleet-group.ts";
import { spelled } from "./glyphs.ts";
import { type Face, type Paint, painter } from "./style.ts";
import { fitsUnbroken, fitsWhole, tableLines } from "./table.ts";
import { labelled, wrapped } from "./text.ts";

const NARROWEST = 40;

/** Lines about what is no machine: identities, reports that do not count. */
const MOST_LINES = 10;
/** Rows about versions and proxies. */
const MOST_ROWS = 12;

/**
 * A fleet for a person at a terminal: how many machines are fine, what is wrong first; for each role what most of its
 * machines do beside those that differ, and by which setting; what is found and used where. Ends with a line break.
 */
export function renderFleetTerminal(fleet: Fleet, face: Face): string {
  const width = Math.max(NARROWEST, face.width);
  const paint = painter(face);
  const lines = (tone: Tone, texts: readonly string[]) =>
    texts.flatMap((text) => wrapped(text, width).map((line) => paint(tone, line)));
  const { verdict, tone, subject, incomplete, first, next, commands } = headlineOf(fleet);
  const typed = commandLines(commands, width);
  const shared = fleet.sharedIdentities.map(wordsForShared);
  const parts = [
    [...lines(tone, [`${verdict} — ${subject}`]), ...lines("warn", incomplete)],
    first === undefined ? [] : [...labelled("First:", [first], width), ...typed],
    ...rolesOf(fleet).flatMap((role) => roleParts(role, width, paint)),
    headed(
      "Metadata that names one machine to several",
      lines("warn", atMost(shared, MOST_LINES, "instance")),
      paint,
    ),
    table(findingColumns(fleet), width, paint),
    table(usageColumns("proxy", fleet.proxies, fleet.summary.hosts), width, paint),
    table(usageColumns("version", fleet.versions, fleet.summary.hosts), width, paint),
    lines("quiet", atMost(wordsForUncounted(fleet), MOST_LINES, "report")),
    next === undefined ? [] : [...labelled("Next:", [next], width), ...typed],
  ];
  return parts
    .filter((each) => each.length > 0)
    .map((each) => `${spelled(each, face.glyphs).join("\n")}\n`)
    .join("\n");
}

function headed(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint("strong", title), ...lines];
}

function table(columns: readonly Column[], width: number, paint: Paint): readonly string[] {
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return [];
  const shown = columns.map((column) => ({ ...column, cells: column.cells.slice(0, MOST_ROWS) }));
  const more =
    rows > MOST_ROWS ? [paint("quiet", `and ${rows - MOST_ROWS} more; --format json has all`)] : [];
  return [...tableLines(shown, width, paint), ...more];
}

/** One role: its tables, and then each of its groups of which there is more to say. */
function roleParts(role: FleetRole, width: number, paint: Paint): readonly (readonly string[])[] {
  const { title, usual, odd, untold } = role;
  const more =
    untold.length === 0
      ? []
      : [`and ${counted(untold.length, "more group")} that differ; --format json has all`];
  const [first = [], ...others] = tablesOf(usual, odd, width, paint);
  return [
    [...wrapped(title, width).map((line) => paint("strong", line)), ...first],
    ...others,
    ...[usual, ...odd].map((group) => groupLines(role, group, width, paint)),
    more.flatMap((text) => wrapped(text, width)),
  ];
}

/** As many columns beside the usual one as fit, and the others in further tables. */
function tablesOf(
  usual: FleetGroup,
  odd: readonly FleetGroup[],
  width: number,
  paint: Paint,
): readonly (readonly string[])[] {
  if (odd.length === 0) return [matrixLines([usual], width, paint)];
  const tables: (readonly string[])[] = [];
  for (let at = 0; at < odd.length; ) {
    const count = fittingCount(usual, odd.slice(at), width);
    tables.push(matrixLines([usual, ...odd.slice(at, at + count)], width, paint));
    at += count;
  }
  return tables;
}

function matrixLines(groups: readonly FleetGroup[], width: number, paint: Paint): readonly string[] {
  const { columns, alike } = fleetMatrix(groups);
  const isEmpty = columns.every(({ cells }) => cells.length === 0);
  return [
    ...(isEmpty ? [] : tableLines(columns, width, paint)),
    ...alike.flatMap((text) => wrapped(text, width).map((line) => paint("quiet", line))),
  ];
}

/** Columns besides the usual one for which the best widths are found soon enough; more of them where none is broken. */
const MOST_COLUMNS = 4;

function fittingCount(usual: FleetGroup, odd: readonly FleetGroup[], width: number): number {
  const fits = (count: number) => {
    const { columns } = fleetMatrix([usual, ...odd.slice(0, count)]);
    return count <= MOST_COLUMNS ? fitsWhole(columns, width) : fitsUnbroken(columns, width);
  };
  let count = 1;
  while (count < odd.length && fits(count + 1)) count++;
  return count;
}
