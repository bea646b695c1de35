import type { ClientRoute, SeenRoute, Sight } from "../../model/client-route.ts";
import { groupBy } from "../../model/group-by.ts";
import { type ProxyId, proxyId } from "../../model/route.ts";
import type { Cell, Column } from "../told/table.ts";
import { GLUE } from "../told/tone.ts";
import type { Paint } from "./style.ts";
import { fitsWhole, tableLines } from "./table.ts";
import { wrapped } from "./text.ts";

/** What the table calls each proxy: by number where there are several. */
type ProxyNames = ReadonlyMap<ProxyId, string>;

/** The table of ways, in blocks one below the other where it is too wide for one, and what its numbers stand for. */
export function routeTables(
  routes: readonly ClientRoute[],
  labels: ReadonlyMap<string, string>,
  width: number,
  paint: Paint,
): readonly (readonly string[])[] {
  const names = namesOf([...new Set(routes.flatMap(proxyOf))]);
  const urls: Column = {
    heading: "URL",
    cells: [...labels.values()].map((text): Cell => [{ tone: "plain", text }]),
  };
  return [
    ...blocks(urls, columnsFor(routes, names), width).map((columns) => tableLines(columns, width, paint)),
    [...names].flatMap(([proxy, name]) => wrapped(`${name.replace(GLUE, " ")}: ${proxy}`, width)),
  ];
}

function namesOf(proxies: readonly ProxyId[]): ProxyNames {
  return new Map(
    proxies.map((proxy, at) => [proxy, proxies.length === 1 ? "proxy" : `proxy${GLUE}${at + 1}`]),
  );
}

function proxyOf({ decision }: ClientRoute): readonly ProxyId[] {
  return decision.route === "proxy" ? [proxyId(decision.proxy)] : [];
}

function columnsFor(routes: readonly ClientRoute[], names: ProxyNames): readonly Column[] {
  return [...groupBy(routes, ({ named }) => named)].map(([named, same]) => ({
    heading: named,
    cells: same.map((route) => cellFor(route, names)),
    breakAfter: "-",
  }));
}

/** As many columns side by side as fit, the first of them in every block. */
function blocks(first: Column, others: readonly Column[], width: number): readonly Column[][] {
  const made: Column[][] = [];
  for (const column of others) {
    const last = made.at(-1);
    if (last !== undefined && fitsWhole([...last, column], width)) last.push(column);
    else made.push([first, column]);
  }
  return made;
}

function cellFor({ decision, sight }: ClientRoute, names: ProxyNames): Cell {
  const seen = sight === undefined ? [] : [seenPiece(sight)];
  switch (decision.route) {
    case "direct":
      return [{ tone: "plain", text: "direct" }, ...seen];
    case "proxy":
      return [{ tone: "plain", text: names.get(proxyId(decision.proxy)) ?? "proxy" }, ...seen];
    case "invalid":
      return [{ tone: "bad", text: "stops" }, ...seen];
  }
}

function seenPiece(sight: Sight): Cell[number] {
  if (sight.kind === "not-seen") return { tone: "quiet", text: `–${GLUE}not${GLUE}seen` };
  return sight.agrees
    ? { tone: "good", text: `✓${GLUE}seen` }
    : { tone: "bad", text: `✗${GLUE}${wordFor(sight.way)}` };
}

function wordFor({ route }: SeenRoute): string {
  return { direct: "direct", proxy: "proxy", none: `no${GLUE}call` }[route];
}
