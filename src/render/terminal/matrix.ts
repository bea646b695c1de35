import type { Report } from "../../model/report.ts";
import { matrixColumns, sideBySide, stacked, wordsBelowMatrix } from "../told/matrix.ts";
import { proxiesOf, proxyNames } from "../told/proxy-names.ts";
import { condensed } from "../told/rows.ts";
import { worstFirst } from "../told/worst-first.ts";
import type { Paint } from "./style.ts";
import { fitsWhole, tableLines } from "./table.ts";
import { wrapped } from "./text.ts";

/** More proxies than this share one column. */
const MOST_PROXY_COLUMNS = 2;

/** The table of all routes, what goes wrong at its top, and, below it, what it does not show. */
export function matrixLines(report: Report, width: number, paint: Paint): readonly string[] {
  const names = proxyNames(proxiesOf(report));
  const ordered = { ...report, targets: worstFirst(report) };
  const side = condensed(matrixColumns(ordered, names, sideBySide));
  const beside = names.size <= MOST_PROXY_COLUMNS && fitsWhole(side, width);
  const columns = beside || names.size < 2 ? side : condensed(matrixColumns(ordered, names, stacked));
  const isEmpty = columns.every(({ cells }) => cells.length === 0);
  return [
    ...(isEmpty ? [] : tableLines(columns, width, paint)),
    ...wordsBelowMatrix(report, names).flatMap((note) =>
      wrapped(note, width).map((line) => paint("quiet", line)),
    ),
  ];
}
