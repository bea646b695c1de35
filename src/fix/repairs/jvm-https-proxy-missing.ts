import { isMalformedHost, isStandIn } from "../../diagnose/jvm-place.ts";
import { optionPatches, propertiesIn } from "./jvm-properties.ts";
import type { Repair } from "./repair.ts";

/** Gives https the proxy that http has. */
export const sameProxyForHttps: Repair<"jvm-https-proxy-missing"> = ({ settings }) =>
  settings.slice(0, 1).flatMap((setting) => {
    const properties = propertiesIn(setting);
    const host = properties.get("http.proxyHost") ?? "";
    if (host === "" || isMalformedHost(host) || isStandIn(host)) return [];
    // Without a port of its own https would be sent to 443.
    const port = properties.get("http.proxyPort") ?? "80";
    return optionPatches(setting, [
      { property: "https.proxyHost", value: host },
      { property: "https.proxyPort", value: port },
    ]);
  });
