import { assertNever } from "../model/assert-never.ts";
import type { Because } from "../model/client.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { groupBy } from "../model/group-by.ts";
import type { Flaw } from "../model/setting.ts";
import { CLIENTS } from "./components.ts";
import { listed } from "./phrases.ts";
import { theSetting } from "./setting-places.ts";

type Step = Because & { readonly client: string };

/** What sent some traffic its way, one clause a setting or entry, each once, in the order in which they decided. */
export function wordsForReasons(
  decisions: readonly Pick<RoutingDecision, "client" | "because">[],
): readonly string[] {
  const steps = decisions.flatMap(({ because, client }) =>
    because.map((each): Step => ({ ...each, client: CLIENTS[client] })),
  );
  const same = groupBy(steps, ({ setting, source, entry, effect }) =>
    [effect, setting, source, entry ?? ""].join("\n"),
  );
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [clause(first, [...new Set([first, ...others].map(({ client }) => client))])];
  });
}

/** Why a setting that stands there is not taken. */
const FLAWS: Readonly<Record<Flaw, string>> = {
  "not-exported": "is not exported, so no program is given it",
  "not-json": "stands in a file that is not valid JSON, of which nothing is read",
  unquoted: "is not in quotes, so the shell takes a part of it for commands or files",
  "syntax-error": "stands at or behind an error in the syntax, and is not read",
  "in-here-document": "is text of a here-document, which sets nothing",
};

function clause({ setting, source, entry, effect, why }: Because, clients: readonly string[]): string {
  const place = theSetting(setting, source);
  switch (effect) {
    case "proxies":
      return `${place} names the proxy`;
    case "bypasses":
      if (setting === "built-in") return `${listed(clients)} keeps ${entry} off any proxy by itself`;
      return entry === undefined
        ? `${place} keeps it off the proxy`
        : `${entry} in ${place} keeps it off the proxy`;
    case "nearly-bypasses":
      return `${entry ?? "an entry"} in ${place} looks like a match, but not to ${listed(clients)}`;
    case "breaks":
      return `${place} cannot be used by ${listed(clients)}`;
    case "has-no-effect":
      return `${place} has no effect${why === undefined ? "" : `: it ${FLAWS[why]}`}`;
    case "hides":
      return `${place}${entry === "" ? " is empty, and" : ""} hides others from ${listed(clients)}`;
    case "overlooked":
      return `${place} is not read by ${listed(clients)}`;
    default:
      return assertNever(effect);
  }
}
