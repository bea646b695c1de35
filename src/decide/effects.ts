import type { ClientDecision } from "../model/client.ts";
import type { Effect } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { proxyId } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import { readsProxy } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";
import { asVariables } from "./environment.ts";
import type { Reader } from "./readers.ts";

const SCHEMES = ["http", "https"] as const;

/**
 * What each of some clients does that is given this one setting, which names a proxy, and nothing else; those that
 * do not read it are left out. Clients that do the same stand together.
 */
export function effectsOf(setting: Setting, readers: readonly Reader[]): readonly Effect[] {
  return effectsOfAll([setting], readers);
}

/** The same of several settings, of different names, which a client is given together. */
export function effectsOfAll(settings: readonly Setting[], readers: readonly Reader[]): readonly Effect[] {
  const variables = settings.flatMap(asVariables);
  const seen = SCHEMES.flatMap((scheme) => {
    const url = `${scheme}://www.example.com/`;
    return readers
      .filter(({ client }) => variables.some(({ name }) => readsProxy(CLIENTS[client], name, url)))
      .map(({ client, version }) => ({
        clients: [client],
        scheme,
        does: outcomeOf(CLIENTS[client].decide(variables, url, version)),
      }));
  });
  return together(seen);
}

/** Effects with the clients that do the same brought together, each once. */
export function together(effects: readonly Effect[]): readonly Effect[] {
  const alike = groupBy(effects, ({ scheme, does }) => JSON.stringify([scheme, does]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, clients: [...new Set([first, ...others].flatMap(({ clients }) => clients))] }],
  );
}

function outcomeOf(decision: ClientDecision): Effect["does"] {
  switch (decision.route) {
    case "direct":
      return { route: "direct" };
    case "proxy":
      return { route: "proxy", proxy: proxyId(decision.proxy) };
    case "invalid":
      return { route: "invalid", why: decision.why };
  }
}
