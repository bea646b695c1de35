import { jvmSplittingOf, readJvmOptions } from "../formats/jvm-options.ts";
import { hostInUrl } from "../model/host.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";
import { isJvmOptions, isProxy } from "./names.ts";
import { parseProxyUrl } from "./proxies.ts";

/** A proxy that a setting names for all hosts of a scheme; `address` is `host:port`, without a port where none is given. */
export type NamedProxy = {
  readonly schemes: readonly ("http" | "https")[];
  readonly host: string;
  readonly address: string;
};

/** The proxies that a setting names: none, one, or those of a JVM for http and for https. */
export const proxiesIn = onceFor((setting: Setting): readonly NamedProxy[] => {
  if (isJvmOptions(setting.name)) return proxiesInOptions(setting);
  const schemes = schemesOf(setting.name);
  const endpoint = schemes.length > 0 ? parseProxyUrl(setting.value) : undefined;
  if (endpoint === undefined || endpoint.scheme === "pac") return [];
  const { host, port } = endpoint;
  const hasPort = /:\d+\/?$/.test(setting.value.trim());
  return [{ schemes, host, address: hasPort ? `${hostInUrl(host)}:${port}` : hostInUrl(host) }];
});

/** Of requests to one host, or by FTP, other settings may say something else on purpose. */
function schemesOf(name: string): NamedProxy["schemes"] {
  if (
    !isProxy(name) ||
    /ftp|^http\..+\.proxy$|::Proxy::.|^proxies\.(?!default\.|https?-proxy$)/is.test(name)
  ) {
    return [];
  }
  if (/^(?:HttpProxy|http\.proxy|all_proxy|(?:--)?proxy)$|\.allProxy$/i.test(name)) return ["http", "https"];
  const [, scheme] = /(?:^|[:._-])(https?)(?:::|[._-])?proxy$/i.exec(name) ?? [];
  if (scheme === undefined) return [];
  return [scheme.toLowerCase() === "https" ? "https" : "http"];
}

function proxiesInOptions({ name, value }: Setting): readonly NamedProxy[] {
  const options = new Map(
    readJvmOptions(value, jvmSplittingOf(name)).map((option) => [option.name, option.value] as const),
  );
  return (["http", "https"] as const).flatMap((scheme) => {
    const host = options.get(`${scheme}.proxyHost`) ?? "";
    const port = options.get(`${scheme}.proxyPort`) ?? "";
    const endpoint = parseProxyUrl(port === "" ? host : `${host}:${port}`);
    if (endpoint === undefined || host === "" || /[:/]/.test(host)) return [];
    const address = port === "" ? endpoint.host : `${endpoint.host}:${endpoint.port}`;
    return [{ schemes: [scheme], host: endpoint.host, address }];
  });
}
