import type { ClientName } from "../model/client.ts";
import type { Effect } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { CLIENTS } from "./components.ts";
import { listed } from "./phrases.ts";

/** `curl and wget go direct; Go goes through http://10.0.0.33:3128`; the scheme is told where it makes a difference. */
export function wordsForOutcomes(effects: readonly Effect[]): string {
  const clauses = [...groupBy(effects.flatMap(byClient), ({ client }) => client)].flatMap(([client, own]) => {
    const ways = new Set(own.map(({ way }) => way));
    if (ways.size === 1) return [{ client, way: own[0]?.way ?? "" }];
    return own.map(({ scheme, way }) => ({ client, way: `${way} for ${scheme} URLs` }));
  });
  return [...groupBy(clauses, ({ way }) => way)]
    .map(([way, those]) => {
      const names = those.map(({ client }) => CLIENTS[client]);
      return `${listed(names)} ${names.length === 1 ? singular(way) : way}`;
    })
    .join("; ");
}

type Step = { readonly client: ClientName; readonly scheme: Effect["scheme"]; readonly way: string };

function byClient({ clients, scheme, does }: Effect): readonly Step[] {
  return clients.map((client) => ({ client, scheme, way: wayOf(does) }));
}

function wayOf(does: Effect["does"]): string {
  switch (does.route) {
    case "direct":
      return "go direct";
    case "proxy":
      return `go through ${does.proxy}`;
    case "invalid":
      return `stop (${does.why})`;
  }
}

function singular(way: string): string {
  return way.replace(/^go /, "goes ").replace(/^stop /, "stops ");
}
