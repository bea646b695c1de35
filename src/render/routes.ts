import { wordsForReasons } from "../messages/because.ts";
import { listed } from "../messages/phrases.ts";
import type { Because, ClientDecision } from "../model/client.ts";
import type { ClientRoute, SeenRoute, Sight } from "../model/client-route.ts";
import { groupBy } from "../model/group-by.ts";
import { type ProxyId, proxyId } from "../model/route.ts";
import { type Cell, type Column, GLUE } from "./column.ts";
import { type Face, type Paint, painter } from "./style.ts";
import { fitsWhole, tableLines } from "./table.ts";
import { indented, oneLine, wrapped } from "./text.ts";

const INDENT = 2;
const LONGEST_URL = 36;

/**
 * Which way clients go, for a person at a terminal: a row a URL, a column a client, and below them what
 * decided, the ways that most go first. Columns that do not fit are set below the others. Ends with a line break.
 */
export function renderRoutes(routes: readonly ClientRoute[], face: Face): string {
  const paint = painter(face);
  const names = namesOf([...new Set(routes.flatMap(proxyOf))]);
  const parts = [
    ...blocks(columnsFor(routes, names), face.width).map((columns) => tableLines(columns, face.width, paint)),
    [...names].flatMap(([proxy, name]) => wrapped(`${name.replace(GLUE, " ")}: ${proxy}`, face.width)),
    ...[...groupBy(routes, ({ url }) => url)].map(([url, same]) => explained(url, same, face.width, paint)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** What the table calls each proxy: by number where there are several. */
type ProxyNames = ReadonlyMap<ProxyId, string>;

function namesOf(proxies: readonly ProxyId[]): ProxyNames {
  return new Map(
    proxies.map((proxy, at) => [proxy, proxies.length === 1 ? "proxy" : `proxy${GLUE}${at + 1}`]),
  );
}

function proxyOf({ decision }: ClientRoute): readonly ProxyId[] {
  return decision.route === "proxy" ? [proxyId(decision.proxy)] : [];
}

function columnsFor(routes: readonly ClientRoute[], names: ProxyNames): readonly [Column, ...Column[]] {
  const urls = [...new Set(routes.map(({ url }) => url))];
  const columns = [...groupBy(routes, ({ client }) => client)].map(
    ([client, same]): Column => ({
      heading: client,
      cells: same.map((route) => cellFor(route, names)),
      breakAfter: "-",
    }),
  );
  return [
    { heading: "URL", cells: urls.map((url): Cell => [{ tone: "plain", text: shortUrl(url) }]) },
    ...columns,
  ];
}

/** A URL as the table shows it: the path of a long one decides nothing. */
function shortUrl(url: string): string {
  const origin = /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url;
  return oneLine(url.length > LONGEST_URL ? `${origin}/…` : url);
}

/** As many columns side by side as fit, the first of them in every block. */
function blocks([first, ...others]: readonly [Column, ...Column[]], width: number): readonly Column[][] {
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

/** What decided about one URL: a paragraph for each way and reason, the one of most clients first. */
function explained(
  url: string,
  routes: readonly ClientRoute[],
  width: number,
  paint: Paint,
): readonly string[] {
  const groups = [...groupBy(routes, ({ decision }) => JSON.stringify(decision)).values()];
  const ordered = groups.sort((one, other) => other.length - one.length);
  return [
    ...wrapped(url, width).map((line) => paint("strong", line)),
    ...ordered.flatMap((same) => {
      const who = listed(same.map(({ client }) => client));
      return indented(wrapped(`${who}: ${sentenceFor(same)}`, width - INDENT), INDENT);
    }),
    ...routes.flatMap((route) => indented(sightLines(route, width - INDENT, paint), INDENT)),
  ];
}

/** The way that some clients go for the same reasons, and the reasons. */
function sentenceFor(same: readonly ClientRoute[]): string {
  const [first] = same;
  if (first === undefined) return "";
  const reasons = wordsForReasons(
    same.map(({ client, decision }) => ({ client, because: decision.because.map(unplaced) })),
  );
  return [wayIn(first.decision), ...(reasons.length === 0 ? [NO_PROXY_SET] : reasons)].join("; ");
}

const NO_PROXY_SET = "no proxy is set";

/** Where all settings come from one environment, its name would only be noise. */
function unplaced(because: Because): Because {
  return because.source === "environment" ? { ...because, source: "" } : because;
}

function wayIn(decision: ClientDecision): string {
  switch (decision.route) {
    case "direct":
      return "direct";
    case "proxy":
      return `through ${proxyId(decision.proxy)}`;
    case "invalid":
      return decision.why;
  }
}

/** What was seen, where it is not what was said. */
function sightLines({ client, sight }: ClientRoute, width: number, paint: Paint): readonly string[] {
  if (sight === undefined || (sight.kind === "seen" && sight.agrees)) return [];
  if (sight.kind === "not-seen") return wrapped(`${client} was not seen: ${sight.because}`, width);
  const { way, program } = sight;
  const text = `${program} was seen to go ${goingBy(way)}: it has settings besides these, or the model is wrong`;
  return wrapped(text, width).map((line) => paint("bad", line));
}

function goingBy(way: SeenRoute): string {
  switch (way.route) {
    case "direct":
      return "direct";
    case "none":
      return "nowhere";
    case "proxy":
      return `through ${way.host.includes(":") ? `[${way.host}]` : way.host}:${way.port}`;
  }
}
