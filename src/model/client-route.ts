import type { ClientDecision, ClientName } from "./client.ts";
import type { ProxyScheme } from "./route.ts";

/** Which way a client was seen to go; `none` where it called nobody. A proxy that it said nothing to has no scheme. */
export type SeenRoute =
  | { readonly route: "direct" }
  | { readonly route: "proxy"; readonly scheme?: ProxyScheme; readonly host: string; readonly port: number }
  | { readonly route: "none" };

/** What asking an installed program gave; `program` is its name and version. */
export type Sight =
  | { readonly kind: "seen"; readonly program: string; readonly way: SeenRoute; readonly agrees: boolean }
  | { readonly kind: "not-seen"; readonly because: string };

/** A client as a person asks for it: `curl`, or `curl@7.68.0` for another version than the one of its model. */
export type AskedClient = {
  readonly client: ClientName;
  readonly named: string;
  readonly version?: string;
};

/** Which way one client goes to one URL: by its model and, where that was asked for, by the program itself. */
export type ClientRoute = {
  readonly url: string;
  readonly client: ClientName;
  /** What it was asked for as. */
  readonly named: string;
  readonly version: string;
  /** The version was neither asked for nor found. */
  readonly isAssumed: boolean;
  readonly decision: ClientDecision;
  readonly sight?: Sight;
};
