import type { ProxyStanding } from "../model/finding-parts.ts";
import { hostInUrl } from "../model/host.ts";
import { proxyOf } from "../model/observation.ts";
import { type ProxyId, parseProxyId } from "../model/route.ts";
import { stateOf } from "./compare.ts";
import { type Evidence, proxiesMeasured } from "./evidence.ts";
import { proxyOutages } from "./proxy-health.ts";
import { speaksOtherwise } from "./speaks-otherwise.ts";

type Measured = Pick<Evidence, "installation" | "targets" | "observations">;

/** Proxies through which some target was seen to answer. */
export function servingProxies({ observations }: Pick<Evidence, "observations">): ReadonlySet<ProxyId> {
  const served = observations.filter((each) => stateOf(each) === "works");
  return new Set(served.flatMap((each) => proxyOf(each) ?? []));
}

/** What measuring showed of the proxy at each `host:port`, whatever its login; nothing of one that does neither. */
export function standings(measured: Measured): ReadonlyMap<string, ProxyStanding> {
  const proxies = proxiesMeasured(measured);
  const out = [
    ...proxyOutages({ ...measured, proxies }).map(({ proxy }) => proxy),
    ...proxies.filter((proxy) => speaksOtherwise(measured, proxy)),
  ];
  const serving = [...servingProxies(measured)];
  return new Map([
    ...out.map((proxy) => [addressOf(proxy), "out"] as const),
    ...serving.map((proxy) => [addressOf(proxy), "serves"] as const),
  ]);
}

function addressOf(proxy: ProxyId): string {
  const { host, port } = parseProxyId(proxy);
  return `${hostInUrl(host)}:${port}`;
}
