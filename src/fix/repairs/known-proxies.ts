import { isJvmOptions, isProxy } from "../../decide/names.ts";
import { type ProxyParts, readProxyValue } from "../../diagnose/proxy-value.ts";
import { jvmSplittingOf, readJvmOptions } from "../../formats/jvm-options.ts";
import { readHost } from "../../model/host.ts";
import type { Setting } from "../../model/setting.ts";

/** An HTTP proxy that some setting names whole. `login` ends in `@` or is empty; its password is masked. */
type KnownProxy = { readonly login: string; readonly host: string; readonly port: number };

/** The proxy of the machine; none where its settings name several. */
export function knownProxy(settings: readonly Setting[]): KnownProxy | undefined {
  const known = knownProxies(settings);
  const [first] = known;
  return new Set(known.map(placeOf)).size === 1 ? first : undefined;
}

/** The port at which the machine's settings name a host; none where they name several ports. */
export function portAt(host: string, settings: readonly Setting[]): number | undefined {
  const same = knownProxies(settings).filter((each) => each.host.toLowerCase() === host.toLowerCase());
  const ports = [...new Set(same.map(({ port }) => port))];
  return ports.length === 1 ? ports[0] : undefined;
}

function placeOf({ host, port }: KnownProxy): string {
  return `${host.toLowerCase()} ${port}`;
}

function knownProxies(settings: readonly Setting[]): readonly KnownProxy[] {
  return settings
    .filter(({ flaw, source }) => flaw === undefined && source.kind !== "process")
    .flatMap((setting) => {
      if (isJvmOptions(setting.name)) return inOptions(setting);
      return isProxy(setting.name) ? whole(readProxyValue(setting).parts) : [];
    });
}

/** To who reads a URL as RFC 3986 has it, the host ends at the first of these, so that curl refuses such a proxy. */
const CUTS_LOGIN = /[/?#]/;

function whole(parts: ProxyParts | undefined): readonly KnownProxy[] {
  if (parts?.port === undefined || !/^https?$/.test(parts.scheme ?? "http")) return [];
  if (CUTS_LOGIN.test(parts.login)) return [];
  return [{ login: parts.login, host: parts.host, port: parts.port }];
}

function inOptions({ name, value }: Setting): readonly KnownProxy[] {
  const properties = new Map(
    readJvmOptions(value, jvmSplittingOf(name)).map((each) => [each.name, each.value]),
  );
  return ["http.", "https."].flatMap((scheme) => {
    const host = readHost(properties.get(`${scheme}proxyHost`) ?? "");
    const port = properties.get(`${scheme}proxyPort`) ?? "";
    return host === undefined || !/^[1-9]\d{0,4}$/.test(port)
      ? []
      : [{ login: "", host, port: Number(port) }];
  });
}
