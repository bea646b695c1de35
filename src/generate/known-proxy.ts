import { proxiesIn } from "../decide/named-proxies.ts";
import { isJvmOptions } from "../decide/names.ts";
import { hostInUrl } from "../model/host.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import { type HttpProxy, type ReadProxy, readHttpProxy } from "./proxy-url.ts";

/** The one HTTP proxy that a machine's settings name, and where; or how many they name, as `host:port`. */
export type KnownProxy =
  | { readonly kind: "one"; readonly proxy: HttpProxy; readonly inTls: boolean; readonly found: string }
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly addresses: readonly string[] }
  | { readonly kind: "several-logins"; readonly address: string };

/**
 * The proxy of a machine, where its settings agree on one. Those that some host alone is called by do not count, nor
 * does a value that names no port, which each client takes for another. Of one address a value with a login counts.
 */
export function knownProxy(settings: readonly Setting[]): KnownProxy {
  const named = settings.flatMap((setting) => {
    const read = isForAll(setting) ? readHttpProxy(withLogin(setting)) : undefined;
    return read?.kind === "named" ? [{ ...read, setting }] : [];
  });
  const addresses = [...new Set(named.map(addressOf))];
  const [address, ...others] = addresses;
  if (address === undefined) return { kind: "none" };
  if (others.length > 0) return { kind: "several", addresses };
  const logins = new Set(named.flatMap(({ proxy }) => proxy.login?.reveal() ?? []));
  if (logins.size > 1) return { kind: "several-logins", address };
  const best = named.find(({ proxy }) => proxy.login !== undefined) ?? named[0];
  if (best === undefined) return { kind: "none" };
  const { proxy, inTls, setting } = best;
  return { kind: "one", proxy, inTls, found: describeSource(setting.source) };
}

/** What is taken from a file or this shell; a running process may have been started with what has been mended since. */
function isForAll(setting: Setting): boolean {
  const { name, flaw, source } = setting;
  return (
    source.kind !== "process" && flaw === undefined && !isJvmOptions(name) && proxiesIn(setting).length > 0
  );
}

function withLogin({ value, credentials }: Setting): string {
  if (credentials === undefined) return value;
  const [scheme = ""] = /^\s*(?:[a-z0-9]+:\/\/)?/i.exec(value) ?? [];
  return `${scheme}${credentials.reveal()}${value.slice(value.lastIndexOf("@"))}`;
}

function addressOf({ proxy: { host, port } }: Extract<ReadProxy, { readonly kind: "named" }>): string {
  return `${hostInUrl(host)}:${port}`;
}
