import type { Attempt } from "./observation.ts";
import { parseProxyId } from "./route.ts";
import { type Endpoint, endpointOf, type Unconfigured } from "./target.ts";

/** What a check would do: its attempts, in its order, and targets of which no address is known. */
export type Prospect = {
  readonly attempts: readonly Attempt[];
  readonly unconfigured: readonly Unconfigured[];
};

/** Whom an attempt dials first: where a script chooses the proxy, the place of the script. */
export type Dialled =
  | ({ readonly kind: "endpoint" } & Endpoint)
  | { readonly kind: "script"; readonly url: string };

/** Whom an attempt dials first. */
export function dialledBy({ target, route }: Attempt): Dialled {
  if (route.kind === "direct") return { kind: "endpoint", ...endpointOf(target.url) };
  const { script, host, port } = parseProxyId(route.proxy);
  return script === undefined ? { kind: "endpoint", host, port } : { kind: "script", url: script };
}
