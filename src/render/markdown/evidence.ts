import { counted, shortened } from "../../messages/phrases.ts";
import type { Report } from "../../model/report.ts";
import { routeId } from "../../model/route.ts";
import { describeSource } from "../../model/setting.ts";
import { matrixColumns, sideBySide, stacked, wordsBelowMatrix } from "../told/matrix.ts";
import { oneLine } from "../told/one-line.ts";
import { wordsForPhases } from "../told/phases.ts";
import { proxiesOf, proxyNames } from "../told/proxy-names.ts";
import type { Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import { decidedColumns } from "./decisions.ts";
import type { Fold } from "./fold.ts";
import { code, fenceAround, prose, row } from "./text.ts";

/** With more proxies than this, they share a column. */
const MOST_PROXY_COLUMNS = 3;

/** Longest text in a cell and on a line, and how many lines may follow a table. */
const LONGEST_CELL = 500;
const LONGEST_LINE = 2000;
const MOST_LINES = 8;

/** All that a ticket's reader may want to see besides, the most telling first. */
export function evidenceOf(report: Report): readonly Fold[] {
  return [routes(report), decisions(report), installation(report), attempts(report), settings(report)];
}

function routes(report: Report): Fold {
  const names = proxyNames(proxiesOf(report));
  const through = names.size > MOST_PROXY_COLUMNS ? stacked : sideBySide;
  const columns = report.judges === "settings" ? [] : matrixColumns(report, names, through);
  return {
    ...table("What every route did, where traffic should go and where it goes", columns),
    foot: wordsBelowMatrix(report, names)
      .slice(0, MOST_LINES)
      .flatMap((text) => ["", cell(text)]),
  };
}

function decisions(report: Report): Fold {
  const columns = decidedColumns(report, proxyNames(proxiesOf(report)));
  return table("Which way each component goes", columns);
}

function attempts({ observations }: Report): Fold {
  return {
    title: `${counted(observations.length, "attempt")}, step by step`,
    head: [row(["target", "route", "answered by", "steps"]), row(["---", "---", "---", "---"])],
    rows: observations.map((each) =>
      row([
        cellOfCode(each.target),
        cellOfCode(routeId(each.route)),
        each.outcome === "ok" ? prose(each.answeredBy) : "–",
        cell(wordsForPhases(each)),
      ]),
    ),
    foot: [],
  };
}

/** Each line of its own, in a block: values hold what would end a table's cell. */
function settings({ settings: found }: Report): Fold {
  const all = found.map(({ name, value, source }) =>
    shortened(oneLine(`${describeSource(source)}  ${name}=${value}`), LONGEST_LINE),
  );
  // One file may be read by two loaders.
  const lines = [...new Set(all)];
  const fence = fenceAround(lines.join("\n"));
  return {
    title: `${counted(lines.length, "setting")} as found`,
    head: [fence],
    rows: lines,
    foot: [fence],
  };
}

function installation({ installation: it, tool, startedAt, durationMs, schemaVersion, clock }: Report): Fold {
  const { found, programs, ...facts } = it;
  const rows = Object.entries({ ...facts, ...programs }).map(([name, value]) => {
    const by = found[name];
    return [name, cellOfCode([value].flat().join(", ")), by === undefined ? "" : cellOfCode(by)];
  });
  return {
    title: `This machine, and proxy-doctor ${tool.version}`,
    head: [row(["fact", "value", "by"]), row(["---", "---", "---"])],
    rows: [
      ...rows,
      ["proxy-doctor", code(tool.version), ""],
      ["schemaVersion", code(String(schemaVersion)), ""],
      ["started", code(startedAt), ""],
      ["took", `${(durationMs / 1000).toFixed(1)} s`, ""],
      ...(clock === undefined
        ? []
        : [["clock ahead of others", `${clock.aheadSeconds} s`, `${counted(clock.hosts, "host")}`]]),
    ].map(row),
    foot: [],
  };
}

function table(title: string, columns: readonly Column[]): Fold {
  const count = columns[0]?.cells.length ?? 0;
  return {
    title: `${title}: ${counted(count, "target")}`,
    head: [row(columns.map(({ heading }) => prose(heading))), row(columns.map(() => "---"))],
    rows: Array.from({ length: count }, (_, at) =>
      row(columns.map(({ cells }) => (cells[at] ?? []).map(({ text }) => cell(text)).join("<br>"))),
    ),
    foot: [],
  };
}

function cell(text: string): string {
  return prose(shortened(oneLine(text.replaceAll(GLUE, " ")), LONGEST_CELL));
}

function cellOfCode(text: string): string {
  return code(shortened(oneLine(text), LONGEST_CELL));
}
