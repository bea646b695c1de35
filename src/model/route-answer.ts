import type { Because, ClientDecision } from "./client.ts";
import type { ProxyScheme } from "./route.ts";

/** The way a client would go, in the public form. `proxy` is `host:port`, IPv6 within brackets. */
export type RouteAnswer =
  | { readonly route: "direct"; readonly because: readonly Because[] }
  | {
      readonly route: "proxy";
      readonly proxy: string;
      readonly scheme: ProxyScheme;
      readonly because: readonly Because[];
    }
  | { readonly route: "invalid"; readonly why: string; readonly because: readonly Because[] };

/** A decision in the public form. */
export function answerOf(decision: ClientDecision): RouteAnswer {
  if (decision.route !== "proxy") return decision;
  const { scheme, host, port } = decision.proxy;
  const proxy = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  return { route: "proxy", proxy, scheme, because: decision.because };
}
