import { holderOf, jvmReadings, propertyIn } from "../jvm-readings.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** Either of these serves https; `http.proxyHost` never does (noproxy-semantics 8). */
const SERVING_HTTPS = ["https.proxyHost", "proxyHost", "socksProxyHost"] as const;

/** A JVM has a proxy for http and none for https. */
export const jvmHttpsProxyMissing: Rule<"jvm-https-proxy-missing"> = (the) =>
  jvmReadings(the)
    .filter((reading) => propertyIn(reading, "http.proxyHost") !== "")
    .filter((reading) => SERVING_HTTPS.every((property) => propertyIn(reading, property) === ""))
    .flatMap((reading) => holderOf(reading, "http.proxyHost") ?? [])
    .map((setting) => ({ ...misset(the, [setting]), severity: "error" as const }));
