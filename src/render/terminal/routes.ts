import type { ClientRoute } from "../../model/client-route.ts";
import { groupBy } from "../../model/group-by.ts";
import { oneLine } from "../told/one-line.ts";
import { routeTables } from "./routes-table.ts";
import { whyLines } from "./routes-why.ts";
import { type Face, painter } from "./style.ts";
import { wrapped } from "./text.ts";

/** A longer URL takes too much of the table. */
const LONGEST_URL = 36;

/**
 * Which way clients go, for a person at a terminal: a row a URL, a column a client; below them what decided, the
 * ways that most go first, and for which versions that holds. Ends with a line break.
 */
export function renderRoutes(routes: readonly ClientRoute[], face: Face): string {
  const paint = painter(face);
  const labels = labelsOf([...new Set(routes.map(({ url }) => url))]);
  const parts = [
    ...routeTables(routes, labels, face.width, paint),
    ...[...groupBy(routes, ({ url }) => url)].map(([url, same]) =>
      whyLines(titleOf(url, labels), same, face.width, paint),
    ),
    assumption(routes).flatMap((note) => wrapped(note, face.width).map((line) => paint("quiet", line))),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** What the table calls each URL: itself, a long one without its path, or numbers where that is long too. */
function labelsOf(urls: readonly string[]): ReadonlyMap<string, string> {
  const labels = urls.map((url) => {
    const origin = /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url;
    return oneLine(url.length > LONGEST_URL ? `${origin}/…` : url);
  });
  const isLong = labels.some((label) => label.length > LONGEST_URL + "/…".length);
  return new Map(urls.map((url, at) => [url, isLong ? `${at + 1}` : (labels[at] ?? "")]));
}

function titleOf(url: string, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(url) ?? "";
  return /^\d+$/.test(label) ? `${label}: ${url}` : url;
}

/** The versions that were neither asked for nor found; nothing where there are none. */
function assumption(routes: readonly ClientRoute[]): readonly string[] {
  const assumed = routes.filter(({ isAssumed }) => isAssumed);
  const versions = [...new Set(assumed.map(({ client, version }) => `${client} ${version}`))];
  const [first] = assumed;
  if (first === undefined) return [];
  return [
    `Taken for ${versions.join(", ")}; --client ${first.client}@VERSION asks for another one, --observe for the installed ones.`,
  ];
}
