import { shortened } from "../../../messages/phrases.ts";
import type { FleetGroup } from "../../../model/fleet.ts";
import { groupBy } from "../../../model/group-by.ts";
import { condensed } from "../rows.ts";
import type { Cell, Column } from "../table.ts";
import { GLUE } from "../tone.ts";
import { cellFor, isAlarming } from "./cells.ts";
import { groupName } from "./roles.ts";

/** What groups of one role do with each target: a table, and in sentences what all of them do alike and well. */
export type FleetMatrix = { readonly columns: readonly Column[]; readonly alike: readonly string[] };

type Row = { readonly target: string; readonly cells: readonly Cell[] };

/** Longest name at the head of a column, and of a target at the head of a row. */
const LONGEST = 24;
const LONGEST_TARGET = 60;

/** A column for each group; what goes wrong somewhere stands on top. Of one group alone, all is in the table. */
export function fleetMatrix(groups: readonly FleetGroup[]): FleetMatrix {
  const rows = rowsOf(groups);
  const isPlain = ({ cells }: Row) => groups.length > 1 && isAlike(cells) && !cells.some(isAlarming);
  const shown = rows.filter((row) => !isPlain(row));
  const worstFirst = shown.toSorted(
    (one, other) => Number(other.cells.some(isAlarming)) - Number(one.cells.some(isAlarming)),
  );
  return {
    columns: columnsOf(groups, worstFirst),
    alike: [...groupBy(rows.filter(isPlain), ({ cells }) => wordsIn(cells[0] ?? []))].map(
      ([words, same]) => `on all ${words}: ${idsOf(same)}`,
    ),
  };
}

function rowsOf(groups: readonly FleetGroup[]): readonly Row[] {
  const known = groups.map(({ cells }) => new Map(cells.map((cell) => [cell.target, cell])));
  const targets = [...new Set(groups.flatMap(({ cells }) => cells.map(({ target }) => target)))];
  return targets.map((target) => ({
    target: shortened(target, LONGEST_TARGET),
    cells: groups.map(({ judges }, at) => cellFor(known[at]?.get(target), judges)),
  }));
}

function columnsOf(groups: readonly FleetGroup[], rows: readonly Row[]): readonly Column[] {
  return condensed([
    {
      heading: "target",
      cells: rows.map(({ target }) => [{ tone: "plain", text: target }]),
      breakAfter: "/",
    },
    ...groups.map(
      (group, at): Column => ({
        heading: shortened(groupName(group), LONGEST),
        cells: rows.map(({ cells }) => cells[at] ?? []),
      }),
    ),
  ]);
}

function isAlike(cells: readonly Cell[]): boolean {
  return new Set(cells.map(wordsIn)).size < 2;
}

function wordsIn(cell: Cell): string {
  return cell.map(({ text }) => text.replaceAll(GLUE, " ")).join(", ");
}

/** Targets by the names that a condensed table has for them. */
function idsOf(rows: readonly Row[]): string {
  const [ids] = condensed([
    { heading: "", cells: rows.map(({ target }) => [{ tone: "plain", text: target }]) },
  ]);
  return (ids?.cells ?? []).map(wordsIn).join(", ");
}
