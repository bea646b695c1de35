import type { Column } from "../../told/table.ts";
import type { Markup } from "../markup.ts";
import { cellOf } from "../piece.ts";
import { table } from "../table.ts";

/** A table as it is told in columns; nothing where it has no rows. */
export function columnTable(caption: string, columns: readonly Column[], kind = "plain"): Markup {
  const rows = [...(columns[0]?.cells.keys() ?? [])].map((row) => ({
    cells: columns.map(({ cells }) => cellOf(cells[row] ?? [])),
  }));
  return table({ caption, headings: columns.map(({ heading }) => heading), rows, kind });
}
