import type { ClientName } from "../model/client.ts";
import type { Effect } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { theClients } from "./components.ts";
import { listed } from "./phrases.ts";

/** What a client does, its verb for one and for several clients, and the rest. */
type Way = { readonly one: string; readonly several: string; readonly rest: string };

/**
 * What clients do with a setting, as a clause: `as things stand, curl and wget go direct; awscli stops (its host can
 * be no host name)`. The scheme of the request is told where it makes a difference to a client; nothing of no effects.
 */
export function wordsForEffects(effects: readonly Effect[]): string {
  const clients = [...new Set(effects.flatMap((effect) => effect.clients))];
  const same = groupBy(clients, (client) => JSON.stringify(waysOf(client, effects)));
  const clauses = [...same.values()].map((those) => clause(those, effects));
  return clauses.length === 0 ? "" : `as things stand, ${clauses.join("; ")}`;
}

/** All that one client does, and for which scheme unless it does the same for each. */
function waysOf(client: ClientName, effects: readonly Effect[]): readonly Way[] {
  const own = effects.filter(({ clients }) => clients.includes(client));
  const byWay = [...groupBy(own, ({ does }) => JSON.stringify(does)).values()];
  return byWay.flatMap(([first]) => {
    if (first === undefined) return [];
    const way = wayOf(first.does);
    return [byWay.length === 1 ? way : { ...way, rest: `${way.rest} for ${first.scheme} URLs` }];
  });
}

function wayOf(does: Effect["does"]): Way {
  switch (does.route) {
    case "direct":
      return { one: "goes", several: "go", rest: "direct" };
    case "proxy":
      return { one: "goes", several: "go", rest: `through ${does.proxy}` };
    case "invalid":
      // The models begin with the client's name, which is told already.
      return { one: "stops", several: "stop", rest: `(${does.why.replace(/^[^:]{0,60}: /, "")})` };
  }
}

function clause(clients: readonly ClientName[], effects: readonly Effect[]): string {
  const [first] = clients;
  const ways = first === undefined ? [] : waysOf(first, effects);
  const told = ways.map(({ one, several, rest }) => `${clients.length === 1 ? one : several} ${rest}`);
  return `${theClients(clients)} ${listed(told)}`;
}
