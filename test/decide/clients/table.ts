import type { Client, ClientDecision, Environment } from "../../../src/model/client.ts";
import { proxyId } from "../../../src/model/route.ts";

/** Variables by name; a JVM's command line stands under `JVM_OPTS`. */
export type Variables = Readonly<Record<string, string>>;

/** Settings, URL, route (`direct`, `invalid`, or the proxy's id), and every step (`bypasses no_proxy example.com`). */
export type Row = readonly [Variables, string, string, ...string[]];

export function environment(variables: Variables): Environment {
  return Object.entries(variables).map(([name, value]) => ({
    name,
    value,
    origin: "environment",
    ...(name === "JVM_OPTS" ? { onCommandLine: true as const } : {}),
  }));
}

export function routeOf(decision: ClientDecision): string {
  return decision.route === "proxy" ? proxyId(decision.proxy) : decision.route;
}

/** A row as the client answers it; in the version that the model assumes where none is given. */
export function answer(client: Client, [variables, url]: Row, version?: string): Row {
  const decision = client.decide(environment(variables), url, version);
  const steps = decision.because.map(({ effect, setting, entry }) =>
    [effect, setting, ...(entry === undefined ? [] : [entry])].join(" "),
  );
  return [variables, url, routeOf(decision), ...steps];
}

/**
 * What becomes of a proxied row by an entry of the list that `setting` holds: the entry spares its URL, only seems
 * to (`~` before it), or there is none (`-`).
 */
export function sparedBy(entry: string, setting: string, [variables, url, ...proxied]: Row): Row {
  if (entry === "-") return [variables, url, ...proxied];
  return entry.startsWith("~")
    ? [variables, url, ...proxied, `nearly-bypasses ${setting} ${entry.slice(1)}`]
    : [variables, url, "direct", `bypasses ${setting} ${entry}`];
}
