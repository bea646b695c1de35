import type { Cell, Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import { breakable, headingOf, unbroken, widestLine, widestWord } from "./column.ts";
import { fittingWidths } from "./column-widths.ts";
import type { Paint } from "./style.ts";
import { wrapped } from "./text.ts";
import { columnsTaken } from "./width.ts";

const GAP = 2;
/** Between columns that would not fit whole otherwise. */
const SMALL_GAP = 1;

/** A line of a cell as it is shown, and the columns of a terminal that it takes. */
type Line = { readonly shown: string; readonly taken: number };

/** A table's lines, none wider than `width`. All columns have the same number of cells. */
export function tableLines(columns: readonly Column[], width: number, paint: Paint): readonly string[] {
  const gap = fitsWhole(columns, width, GAP) ? GAP : SMALL_GAP;
  const widths = fittingWidths(columns, width - gap * (columns.length - 1));
  const stacks = columns.map((column, at) => stacked(column, widths[at] ?? 0, paint));
  return sideBySide(stacks, " ".repeat(gap));
}

/** The cells of a column, one below the other: its heading, a rule, and what it holds. */
function stacked(column: Column, width: number, paint: Paint): readonly (readonly Line[])[] {
  const rule = [{ shown: paint("quiet", "─".repeat(width)), taken: width }];
  const cells = column.cells.map((cell) => layOut(column, cell, width, paint));
  return [layOut(column, headingOf(column), width, paint), rule, ...cells];
}

function layOut(column: Column, cell: Cell, width: number, paint: Paint): readonly Line[] {
  return cell.flatMap(({ tone, text }) =>
    wrapped(breakable(column, text, width), width).map((broken) => {
      const line = unbroken(column, broken).replaceAll(GLUE, " ").trimEnd();
      return { shown: paint(tone, line), taken: columnsTaken(line) };
    }),
  );
}

/** Columns as lines, in which each takes as much room as its widest line, and a cell that is empty takes a line. */
function sideBySide(columns: readonly (readonly (readonly Line[])[])[], gap: string): readonly string[] {
  const widths = columns.map((cells) => Math.max(...cells.flat().map(({ taken }) => taken)));
  return (columns[0] ?? []).flatMap((_, row) => {
    const cells = columns.map((column) => column[row] ?? []);
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => padded(lines[at], widths[column] ?? 0))
        .join(gap)
        .trimEnd(),
    );
  });
}

function padded({ shown, taken }: Line = { shown: "", taken: 0 }, width: number): string {
  return `${shown}${" ".repeat(width - taken)}`;
}

/** Whether a table of these columns breaks no words at a width. */
export function fitsWhole(columns: readonly Column[], width: number, gap: number = SMALL_GAP): boolean {
  return columns.reduce((total, column) => total + widestWord(column), gap * (columns.length - 1)) <= width;
}

/** Whether a table of these columns breaks no lines at a width, so that no widths need be looked for. */
export function fitsUnbroken(columns: readonly Column[], width: number): boolean {
  return columns.reduce((total, column) => total + widestLine(column), GAP * (columns.length - 1)) <= width;
}
