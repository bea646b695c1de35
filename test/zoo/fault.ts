import type { TlsOptions } from "node:tls";
import type { Talk } from "../rig/peer.ts";
import type { CertificateName } from "./certificates.ts";
import type { RouteName } from "./routes.ts";

/**
 * What an attempt shows, as `told.ts` spells it. Several, where it is left to chance or to OpenSSL's policy which
 * of them it is; then the reason stands beside them.
 */
export type Shows = string | { readonly either: readonly string[]; readonly because: string };

/**
 * What listens. `plain` is spoken on TCP, `secured` within TLS; with both, there are two ports and the scheme of
 * the URL chooses. With neither, the port is closed.
 */
export type Peer = {
  readonly plain?: Talk;
  readonly secured?: {
    readonly talk: Talk;
    readonly certificate: CertificateName;
    readonly options?: TlsOptions;
  };
};

/** A way in which one peer misbehaves, and what is to be told of it. */
export type Fault = {
  readonly name: string;
  /** Who misbehaves; the other one, and a proxy between, are good. */
  readonly who: "target" | "proxy";
  readonly peer: Peer;
  readonly routes: readonly RouteName[];
  readonly shows: Shows;
  /** Where a route shows something else. */
  readonly on?: Partial<Readonly<Record<RouteName, Shows>>>;
  /** `user:password` for the proxy. */
  readonly login?: string;
};

/** One attempt of the zoo: a fault along a route, with what it is to show. */
export type Case = { readonly fault: Fault; readonly route: RouteName; readonly shows: Shows };

/** Every attempt that a table of faults stands for. */
export function casesOf(faults: readonly Fault[]): readonly Case[] {
  return faults.flatMap((fault) =>
    fault.routes.map((route) => ({ fault, route, shows: fault.on?.[route] ?? fault.shows })),
  );
}

/** Whether something is among what may be shown. */
export function allows(shows: Shows, told: string): boolean {
  return typeof shows === "string" ? shows === told : shows.either.includes(told);
}

/** The same talk on TCP and within TLS, by a certificate that is trusted. */
export function alike(talk: Talk): Peer {
  return { plain: talk, secured: { talk, certificate: "good" } };
}

/**
 * A reset that follows upon words: libuv, which reads both at once, takes the connection for ended in order where
 * fewer bytes came than it had room for.
 */
export function resetOr(phase: string, end: "closed" | "cut-short"): Shows {
  return {
    either: [`${phase}/reset`, `${phase}/${end}`],
    because: "a reset that is read with the words before it is an end",
  };
}
