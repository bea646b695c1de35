import { isMalformedHost, PROXY_HOSTS } from "../jvm-place.ts";
import { holderOf, jvmReadings, propertyIn } from "../jvm-readings.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** A JVM's `proxyHost` is more than a host name or an address: the JVM looks the whole of it up as a name. */
export const jvmProxyHostMalformed: Rule<"jvm-proxy-host-malformed"> = (the) =>
  jvmReadings(the).flatMap((reading) => {
    const properties = PROXY_HOSTS.filter((property) => isMalformedHost(propertyIn(reading, property)));
    const holders = new Set(properties.flatMap((property) => holderOf(reading, property) ?? []));
    const [first, ...others] = holders;
    if (first === undefined) return [];
    const { args, ...common } = misset(the, [first, ...others]);
    return [{ ...common, severity: "error" as const, args: { ...args, properties } }];
  });
