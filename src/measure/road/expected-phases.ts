import { isIP } from "node:net";
import type { Phase, PhaseName, SkipReason } from "../../model/phase.ts";
import type { Way } from "./open-route.ts";
import { resolvesAtProxy } from "./socks.ts";

/** The phases that an attempt goes through on its way, known before it starts. */
function expectedPhases({ proxy, forwards, secure }: Way): readonly PhaseName[] {
  const toProxy: readonly PhaseName[] = [
    "proxy-dns",
    "proxy-tcp",
    ...(proxy?.scheme === "https" ? ["proxy-tls" as const] : []),
  ];
  const resolvesHere = proxy?.scheme.startsWith("socks") && !resolvesAtProxy(proxy.scheme);
  return [
    ...(proxy === undefined ? (["dns", "tcp"] as const) : toProxy),
    ...(resolvesHere ? (["dns"] as const) : []),
    ...(proxy === undefined || forwards ? [] : (["tunnel"] as const)),
    ...(secure ? (["tls"] as const) : []),
    "request",
    "response",
  ];
}

/** Every expected phase in its place: as recorded, or skipped for a reason. */
export function withSkipped(way: Way, recorded: readonly Phase[]): readonly Phase[] {
  const hasFailed = recorded.some(({ status }) => status === "failed");
  return expectedPhases(way).map((name): Phase => {
    // After a script's choice of a proxy comes the look-up of that proxy, and counts.
    const found = recorded.findLast((phase) => phase.name === name);
    if (found !== undefined) return found;
    return { name, status: "skipped", because: reasonFor(name, way, hasFailed) };
  });
}

function reasonFor(name: PhaseName, { endpoint, proxy }: Way, hasFailed: boolean): SkipReason {
  if (name === "dns" && isIP(endpoint.host) > 0) return "the address needs no lookup";
  if (name === "proxy-dns" && isIP(proxy?.host ?? "") > 0) return "the address needs no lookup";
  return hasFailed ? "an earlier phase failed" : "nothing is sent";
}
