import { proxyId } from "../../model/route.ts";
import type { Setting } from "../../model/setting.ts";
import { meantPlace, PROXY_HOSTS, portPropertyOf } from "../jvm-place.ts";
import { holderOf, type JvmReading, jvmReadings, propertyIn } from "../jvm-readings.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

const DISABLED = "jdk.http.auth.tunneling.disabledSchemes";
const USERS = ["http.proxyUser", "https.proxyUser"] as const;

/**
 * A JVM's proxy wants a login, and the JVM may not offer one when it opens a tunnel: Basic is among the schemes
 * that it refuses unless it is told otherwise (`conf/net.properties` since 8u111, domain-facts 4.9).
 */
export const jvmBasicAuthDisabled: Rule<"jvm-basic-auth-disabled"> = (the) =>
  jvmReadings(the).flatMap((reading) => {
    const proxy = proxyOf(reading);
    if (proxy === undefined || !refusesBasic(reading)) return [];
    const logins = oncePerPlace(the.settings.filter((setting) => hasLoginFor(setting, proxy)));
    if (logins.length === 0 && USERS.every((user) => propertyIn(reading, user) === "")) return [];
    const { args, ...common } = misset(the, [proxy.setting, ...logins]);
    return [{ ...common, severity: "warning" as const, args: { ...args, proxy: idOf(proxy) } }];
  });

type JvmProxy = { readonly setting: Setting; readonly host: string; readonly port: number };

/** The proxy that a JVM opens tunnels through, or is to. */
function proxyOf(reading: JvmReading): JvmProxy | undefined {
  const property = PROXY_HOSTS.find((each) => propertyIn(reading, each) !== "");
  const setting = property && holderOf(reading, property);
  const place = property && meantPlace(propertyIn(reading, property));
  if (!setting || !place) return undefined;
  const port = place.port ?? (Number(propertyIn(reading, portPropertyOf(property))) || 80);
  return { setting, host: place.host, port };
}

/** Nothing but an own value without Basic takes it off the list. */
function refusesBasic(reading: JvmReading): boolean {
  const schemes = reading.properties.get(DISABLED)?.value ?? "Basic";
  return schemes.split(",").some((scheme) => scheme.trim().toLowerCase() === "basic");
}

/** A value that stands wrong is taken as it is meant: mending it brings no new proxy. */
function hasLoginFor({ credentials, value, source }: Setting, { host, port }: JvmProxy): boolean {
  if (credentials === undefined || source.kind === "process") return false;
  const place = meantPlace(value);
  return place?.host.toLowerCase() === host.toLowerCase() && (place.port ?? port) === port;
}

function idOf({ host, port }: JvmProxy): string {
  return proxyId({ scheme: "http", host, port });
}
