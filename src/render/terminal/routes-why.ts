import { wordsForReasons } from "../../messages/because.ts";
import { listed } from "../../messages/phrases.ts";
import { wordsForSight } from "../../messages/sights.ts";
import type { Because, ClientDecision } from "../../model/client.ts";
import type { ClientRoute } from "../../model/client-route.ts";
import { groupBy } from "../../model/group-by.ts";
import { proxyId } from "../../model/route.ts";
import type { Paint } from "./style.ts";
import { indented, wrapped } from "./text.ts";

const INDENT = 2;

/** What decided about one URL: a paragraph for each way and reason, the one of most clients first. */
export function whyLines(
  title: string,
  routes: readonly ClientRoute[],
  width: number,
  paint: Paint,
): readonly string[] {
  const groups = [...groupBy(routes, ({ decision }) => JSON.stringify(decision)).values()];
  const ordered = groups.sort((one, other) => other.length - one.length);
  const room = width - INDENT;
  return [
    ...wrapped(title, width).map((line) => paint("strong", line)),
    ...ordered.flatMap((same) => {
      const who = listed(same.map(({ named }) => named));
      return indented(wrapped(`${who}: ${sentenceFor(same)}`, room), INDENT);
    }),
    ...routes.flatMap((route) => indented(sightLines(route, room, paint), INDENT)),
  ];
}

/** The way that some clients go for the same reasons, and the reasons. */
function sentenceFor(same: readonly ClientRoute[]): string {
  const [first] = same;
  if (first === undefined) return "";
  const reasons = wordsForReasons(
    same.map(({ client, decision }) => ({ client, because: decision.because.map(unplaced) })),
  );
  const isBare = first.decision.route === "direct" && reasons.length === 0;
  return [wayIn(first.decision), ...(isBare ? ["no proxy is set"] : reasons)].join("; ");
}

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
  const lines = wrapped(wordsForSight(client, sight), width);
  return sight.kind === "seen" ? lines.map((line) => paint("bad", line)) : lines;
}
