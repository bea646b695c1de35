import Table from "cli-table3";
import type { Cell, Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import { breakable, headingOf, unbroken, widestLine, widestWord } from "./column.ts";
import { fittingWidths } from "./column-widths.ts";
import type { Paint } from "./style.ts";
import { wrapped } from "./text.ts";

const GAP = 2;
/** Between columns that would not fit whole otherwise. */
const SMALL_GAP = 1;
/** No lines but the gap between columns: they would cost width and tell nothing. */
const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
};

/** A table's lines, none wider than `width`. All columns have the same number of cells. */
export function tableLines(columns: readonly Column[], width: number, paint: Paint): readonly string[] {
  const gap = fitsWhole(columns, width, GAP) ? GAP : SMALL_GAP;
  const widths = fittingWidths(columns, width - gap * (columns.length - 1));
  const style = { head: [], border: [], compact: false, "padding-left": 0, "padding-right": 0 };
  const table = new Table({ chars: { ...NO_LINES, middle: " ".repeat(gap) }, style });
  table.push(columns.map((column, at) => layOut(column, headingOf(column), widths[at] ?? 0, paint)));
  table.push(widths.map((each) => paint("quiet", "─".repeat(each))));
  for (const row of columns[0]?.cells.keys() ?? []) {
    table.push(columns.map((column, at) => layOut(column, column.cells[row] ?? [], widths[at] ?? 0, paint)));
  }
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

function layOut(column: Column, cell: Cell, width: number, paint: Paint): string {
  return cell
    .flatMap(({ tone, text }) =>
      wrapped(breakable(column, text, width), width).map((line) =>
        paint(tone, unbroken(column, line).replaceAll(GLUE, " ").trimEnd()),
      ),
    )
    .join("\n");
}

/** Whether a table of these columns breaks no words at a width. */
export function fitsWhole(columns: readonly Column[], width: number, gap: number = SMALL_GAP): boolean {
  return columns.reduce((total, column) => total + widestWord(column), gap * (columns.length - 1)) <= width;
}

/** Whether a table of these columns breaks no lines at a width, so that no widths need be looked for. */
export function fitsUnbroken(columns: readonly Column[], width: number): boolean {
  return columns.reduce((total, column) => total + widestLine(column), GAP * (columns.length - 1)) <= width;
}
