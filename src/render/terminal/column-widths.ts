import type { Column } from "../told/table.ts";
import { heightsAt, widestLine, widestWord } from "./column.ts";

/** No column gets narrower, whatever the terminal. */
const NARROWEST = 4;
/** Widths tried for one column; with more, finding the best of all combinations takes too long. */
const MOST_OPTIONS = 8;

/** A width worth trying, and the height of each row at it. */
type Option = { readonly width: number; readonly heights: readonly number[] };
type Layout = { readonly widths: readonly number[]; readonly heights: readonly number[] };

/**
 * Widths of columns that add up to no more than `room`, such that the table gets as few lines as can be. Words
 * are broken only where it would not fit otherwise.
 */
export function fittingWidths(columns: readonly Column[], room: number): readonly number[] {
  const options = columns.map((column) => optionsFor(column, room));
  return shortest(options, room, { widths: [], heights: [] })?.widths ?? brokenWidths(columns, room);
}

/**
 * The widest and then ever narrower widths, each the narrowest that gives its rows these heights; none where a
 * word is wider than `room`.
 */
function optionsFor(column: Column, room: number): readonly Option[] {
  const options: Option[] = [];
  const widest = Math.min(widestLine(column), room);
  for (let width = widestWord(column); width <= widest; width++) {
    const heights = heightsAt(column, width);
    if (String(heights) !== String(options.at(-1)?.heights)) options.push({ width, heights });
  }
  const step = Math.ceil(options.length / MOST_OPTIONS);
  return options.filter((_, at) => at % step === 0 || at === options.length - 1).reverse();
}

/** The shortest layout that begins with `begun`, the widest of equals; none where nothing fits. */
function shortest(options: readonly (readonly Option[])[], room: number, begun: Layout): Layout | undefined {
  const [next, ...others] = options;
  if (next === undefined) return begun;
  const needed = sum(others.map((each) => each.at(-1)?.width ?? 0));
  const least = others.flatMap((each) => (each[0] === undefined ? [] : [each[0].heights]));
  let best: Layout | undefined;
  for (const { width, heights } of next) {
    if (width + needed > room) continue;
    const longer = highest([begun.heights, heights]);
    if (best !== undefined && sum(highest([longer, ...least])) >= sum(best.heights)) continue;
    const whole = shortest(others, room - width, { widths: [...begun.widths, width], heights: longer });
    if (whole !== undefined && (best === undefined || sum(whole.heights) < sum(best.heights))) best = whole;
  }
  return best;
}

/** The height of each row, by its highest cell. */
function highest(columns: readonly (readonly number[])[]): readonly number[] {
  const rows = columns.at(-1) ?? [];
  return rows.map((_, row) => Math.max(...columns.map((heights) => heights[row] ?? 0)));
}

/** Where words must be broken, the widest columns give way first. */
function brokenWidths(columns: readonly Column[], room: number): readonly number[] {
  const widths = columns.map(widestWord);
  while (sum(widths) > room && Math.max(...widths) > NARROWEST) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
