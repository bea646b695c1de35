import { knownProxy } from "../generate/known-proxy.ts";
import { type HttpProxy, readHttpProxy, shownUrlOf } from "../generate/proxy-url.ts";
import { maskProxyValue } from "../model/redact.ts";
import type { Setting } from "../model/setting.ts";
import { UsageError } from "./usage-error.ts";

/** A proxy, and how it is known, a line each. */
export type ChosenProxy = { readonly proxy: HttpProxy; readonly notes: readonly string[] };

/** The proxy that `--proxy` names, or else the settings of the machine. Throws a `UsageError` where neither names one. */
export function chosenProxy(option: string | undefined, settings: readonly Setting[]): ChosenProxy {
  if (option !== undefined) {
    const read = readHttpProxy(option);
    if (read.kind === "named") return chosen(read, "flag");
    throw new UsageError(`--proxy: "${maskProxyValue(option)}" ${read.why}`);
  }
  const known = knownProxy(settings);
  switch (known.kind) {
    case "one":
      return chosen(known, known.found);
    case "none":
      throw new UsageError("--proxy: the URL of the proxy is needed, and no setting here names one whole");
    case "several":
      throw new UsageError(
        `--proxy: which one is meant? The settings here name ${known.addresses.join(", ")}`,
      );
    case "several-logins":
      throw new UsageError(
        `--proxy: which login is meant? The settings here have several for ${known.address}`,
      );
  }
}

function chosen(
  { proxy, inTls }: { readonly proxy: HttpProxy; readonly inTls: boolean },
  found: string,
): ChosenProxy {
  const tls =
    "https:// is written as http://: it would have TLS spoken to the proxy itself, which the JVM and wget cannot";
  return { proxy, notes: [`proxy: ${shownUrlOf(proxy)} (${found})`, ...(inTls ? [tls] : [])] };
}
