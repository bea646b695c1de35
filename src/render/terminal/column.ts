import type { Cell, Column } from "../told/table.ts";
import { wrapped } from "./text.ts";
import { columnsTaken } from "./width.ts";

/** A column's heading as a cell. */
export function headingOf({ heading }: Column): Cell {
  return [{ tone: "strong", text: heading }];
}

/** Text of a column with a blank wherever its lines may be broken at this width. */
export function breakable({ breakAfter }: Column, text: string, width: number): string {
  return breakAfter === undefined || columnsTaken(text) <= width
    ? text
    : text.replaceAll(breakAfter, `${breakAfter} `);
}

/** A line of such a text, without the blanks at which it was not broken. */
export function unbroken({ breakAfter }: Column, line: string): string {
  return breakAfter === undefined ? line : line.replaceAll(`${breakAfter} `, breakAfter);
}

/** How many lines the heading and then each cell take at a width. */
export function heightsAt(column: Column, width: number): readonly number[] {
  return [headingOf(column), ...column.cells].map((cell) =>
    cell.reduce((lines, { text }) => lines + wrapped(breakable(column, text, width), width).length, 0),
  );
}

/** The width at which no cell needs a second line. */
export function widestLine(column: Column): number {
  return Math.max(...textsOf(column).map(columnsTaken));
}

/** The width below which words would be broken. */
export function widestWord(column: Column): number {
  const words = textsOf(column).flatMap((text) => breakable(column, text, 0).split(" "));
  return Math.max(...words.map(columnsTaken));
}

function textsOf({ heading, cells }: Column): readonly string[] {
  return [heading, ...cells.flatMap((cell) => cell.map(({ text }) => text))];
}
