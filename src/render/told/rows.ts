import { abridged } from "../../messages/phrases.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Cell, Column } from "./table.ts";
import { GLUE, type Piece } from "./tone.ts";

/** Names in one row; the report has them all. */
const MOST_NAMES = 6;

/** How long an answer took, as a cell tells it. */
const TOOK = new RegExp(`\\d+(?=${GLUE}ms)`);

/**
 * A table in which the targets of one probe share a row where all else in their rows is alike but times: of hundreds of
 * targets, those that differ stay in sight. The first column has the targets' ids.
 */
export function condensed(columns: readonly Column[]): readonly Column[] {
  const [ids, ...others] = columns;
  if (ids === undefined) return [];
  const rows = [...ids.cells.keys()];
  const cellAt = (column: Column, row: number): Cell => column.cells[row] ?? [];
  const alike = groupBy(rows, (row) =>
    JSON.stringify([probeOf(cellAt(ids, row)), others.map((column) => timeless(cellAt(column, row)))]),
  );
  const groups = [...alike.values()];
  return [
    { ...ids, cells: groups.map((group) => named(group.map((row) => cellAt(ids, row)))) },
    ...others.map((column) => ({
      ...column,
      cells: groups.map((group) => spanned(group.map((row) => cellAt(column, row)))),
    })),
  ];
}

function textOf(cell: Cell): string {
  return cell.map(({ text }) => text).join("");
}

function probeOf(id: Cell): string {
  return textOf(id).split("/")[0] ?? "";
}

function timeless(cell: Cell): readonly string[] {
  return cell.map(({ tone, text }) => `${tone} ${text.replace(TOOK, "")}`);
}

/** `s3/regional, bucket and global`. */
function named(ids: readonly Cell[]): Cell {
  const [first = [], ...others] = ids;
  if (others.length === 0) return first;
  const names = ids.map((id) => textOf(id).slice(probeOf(id).length + 1));
  return [{ tone: "plain", text: `${probeOf(first)}/${abridged(names, MOST_NAMES)}` }];
}

/** Pieces that differ in times alone, with the least and the most of them. */
function spanned(cells: readonly Cell[]): Cell {
  const [first = []] = cells;
  return first.map((piece, at): Piece => {
    const times = cells.map((cell) => Number(TOOK.exec(cell[at]?.text ?? "")?.[0]));
    const [least, most] = [Math.min(...times), Math.max(...times)];
    return least === most || Number.isNaN(least)
      ? piece
      : { ...piece, text: piece.text.replace(TOOK, `${least}–${most}`) };
  });
}
