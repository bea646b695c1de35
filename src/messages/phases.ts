import type { AnsweredBy } from "../model/observation.ts";
import type { NameServerSays, PhaseName, SkipReason } from "../model/phase.ts";
import type { TrustStoreKind, TrustUnknown } from "../model/trust.ts";

/** Each step of an attempt in the few words that stand beside its bar. */
export const PHASES: Readonly<Record<PhaseName, string>> = {
  "proxy-dns": "proxy's name",
  "proxy-tcp": "to the proxy",
  "proxy-tls": "proxy's TLS",
  tunnel: "tunnel",
  dns: "name",
  tcp: "connect",
  tls: "TLS",
  request: "request",
  response: "response",
};

/** Why a step was not taken, as a clause. */
export const SKIPS: Readonly<Record<SkipReason, string>> = {
  "an earlier phase failed": "not reached",
  "the address needs no lookup": "an address, which needs no look-up",
  "nothing is sent": "nothing is sent",
};

/** Whose words came back. */
export const ANSWERERS: Readonly<Record<AnsweredBy, string>> = {
  target: "answered by the target",
  proxy: "answered by the proxy itself",
  "someone-else": "answered by someone else",
  unknown: "nobody can say who answered",
};

/** What a name server that was asked itself says. */
export const SERVERS_SAY: Readonly<Record<NameServerSays["says"], string>> = {
  addresses: "has addresses",
  "no-such-name": "knows no such name",
  "no-address": "has no address for it",
  failure: "fails",
  refuses: "refuses",
  nonsense: "answers nonsense",
  nothing: "does not answer",
};

/** How a store of authorities is kept. */
export const STORE_KINDS: Readonly<Record<TrustStoreKind, string>> = {
  "built-in": "built in",
  bundle: "file",
  directory: "directory",
  keystore: "Java keystore",
};

/** Why nobody can tell which authorities a component goes by. */
export const TRUST_UNKNOWN: Readonly<Record<TrustUnknown, string>> = {
  "in-a-container": "cannot be seen from outside its container",
  "not-found": "not found",
};
