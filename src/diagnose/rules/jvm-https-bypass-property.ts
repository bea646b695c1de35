import { holderOf, jvmReadings } from "../jvm-readings.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** `https.nonProxyHosts` is set, which no JVM reads: `http.nonProxyHosts` serves both schemes (domain-facts 4.10). */
export const jvmHttpsBypassProperty: Rule<"jvm-https-bypass-property"> = (the) =>
  jvmReadings(the)
    .flatMap((reading) => holderOf(reading, "https.nonProxyHosts") ?? [])
    .map((setting) => ({ ...misset(the, [setting]), severity: "warning" as const }));
