import { holderOf, jvmReadings, propertyIn } from "../jvm-readings.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** The entries of a JVM's bypass list are parted by something else than `|`. */
export const jvmBypassSeparator: Rule<"jvm-bypass-separator"> = (the) =>
  jvmReadings(the)
    .filter((reading) => /[,;]|\S\s+\S/.test(propertyIn(reading, "http.nonProxyHosts")))
    .flatMap((reading) => holderOf(reading, "http.nonProxyHosts") ?? [])
    .map((setting) => ({ ...misset(the, [setting]), severity: "error" as const }));
