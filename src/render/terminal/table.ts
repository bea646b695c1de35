import type { Cell, Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import { breakable, headingOf, unbroken, widestWord } from "./column.ts";
import { fittingWidths } from "./column-widths.ts";
import type { Paint } from "./style.ts";
import { wrapped } from "./text.ts";
import { padded } from "./width.ts";

const GAP = 2;
/** Between columns that would not fit whole otherwise. */
const SMALL_GAP = 1;
/** A table's lines, none wider than `width`. All columns have the same number of cells. */
export function tableLines(columns: readonly Column[], width: number, paint: Paint): readonly string[] {
  const gap = fitsWhole(columns, width, GAP) ? GAP : SMALL_GAP;
  const widths = fittingWidths(columns, width - gap * (columns.length - 1));
  const line = (cells: readonly (readonly string[])[]) => rowLines(cells, widths, " ".repeat(gap));
  const laidOut = (column: Column, cell: Cell, at: number) => layOut(column, cell, widths[at] ?? 0, paint);
  return [
    ...line(columns.map((column, at) => laidOut(column, headingOf(column), at))),
    ...line(widths.map((each) => [paint("quiet", "─".repeat(each))])),
    ...[...(columns[0]?.cells.keys() ?? [])].flatMap((row) =>
      line(columns.map((column, at) => laidOut(column, column.cells[row] ?? [], at))),
    ),
  ];
}

/** Cells side by side, the shorter ones filled up below. */
function rowLines(
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  gap: string,
): readonly string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, nth) =>
    cells
      .map((lines, at) => padded(lines[nth] ?? "", widths[at] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

function layOut(column: Column, cell: Cell, width: number, paint: Paint): readonly string[] {
  return cell.flatMap(({ tone, text }) =>
    wrapped(breakable(column, text, width), width).map((line) =>
      paint(tone, unbroken(column, line).replaceAll(GLUE, " ").trimEnd()),
    ),
  );
}

/** Whether a table of these columns breaks no words at a width. */
export function fitsWhole(columns: readonly Column[], width: number, gap: number = SMALL_GAP): boolean {
  return columns.reduce((total, column) => total + widestWord(column), gap * (columns.length - 1)) <= width;
}
