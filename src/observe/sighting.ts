import type { SeenRoute } from "../model/client-route.ts";
import { readHttpUrl, readUrl } from "../model/url.ts";

/** The protocols that the first bytes of a call tell apart. */
export type Spoken = "http" | "tls" | "socks4" | "socks5" | "nothing" | "something-else";

/** One call that the recorder took: whom the client believed to call, and what it said first. */
export type Sighting = {
  /** The name that was looked up, or the address that was dialled; in lower case, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly spoke: Spoken;
  /** Method and target of an HTTP request, for example `CONNECT example.com:443`. */
  readonly request?: string;
};

/** Reads a call's first bytes; `undefined` where more are needed. */
export function readOpening(bytes: Buffer): Pick<Sighting, "spoke" | "request"> | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  if (first === 0x16) return { spoke: "tls" };
  if (first === 0x04) return { spoke: "socks4" };
  if (first === 0x05) return { spoke: "socks5" };
  const line = /^([A-Z]+ \S+) HTTP\/1\.[01]\r?\n/.exec(bytes.toString("latin1"))?.[1];
  if (line !== undefined) return { spoke: "http", request: line };
  return bytes.includes(0x0a) || bytes.length > 4096 ? { spoke: "something-else" } : undefined;
}

/** The way that the first of several calls shows; later ones are retries, or follow from our refusal. */
export function routeSeen(sightings: readonly Sighting[], url: string): SeenRoute {
  const [first] = sightings;
  if (first === undefined) return { route: "none" };
  const { host, port, spoke, request = "" } = first;
  switch (spoke) {
    case "socks4":
    case "socks5":
      return { route: "proxy", scheme: spoke, host, port };
    case "http":
      return request.startsWith("CONNECT ") || /^[A-Z]+ [a-z]+:/i.test(request)
        ? { route: "proxy", scheme: "http", host, port }
        : { route: "direct" };
    case "tls":
      // Nobody speaks TLS to the target of an http URL, but to a proxy at the same place.
      return isTarget(first, url) && new URL(url).protocol === "https:"
        ? { route: "direct" }
        : { route: "proxy", scheme: "https", host, port };
    case "nothing":
    case "something-else":
      return isTarget(first, url) ? { route: "direct" } : { route: "proxy", host, port };
  }
}

/** Whether a call went to the very place that a URL names. */
function isTarget({ host, port }: Sighting, url: string): boolean {
  const target = readHttpUrl(url);
  return target !== undefined && port === target.port && dialled(host) === dialled(target.host);
}

/**
 * A host as a socket is connected to it: `0x7f.1`, `localhost` and what lies below it (RFC 6761) are 127.0.0.1,
 * and IPv4 within IPv6 is IPv4.
 */
export function dialled(host: string): string {
  const bare = host.replace(/^\[|\]$|%.*$/g, "").replace(/\.$/, "");
  const url = readUrl(`http://${bare.includes(":") ? `[${bare}]` : bare}/`);
  const plain = url?.hostname.replace(/^\[|\]$/g, "") ?? bare.toLowerCase();
  if (/^(.*\.)?localhost$|^::1?$|^0\.0\.0\.0$/.test(plain)) return "127.0.0.1";
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain);
  if (mapped === null) return plain;
  const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
