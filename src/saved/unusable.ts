import { hostInUrl } from "../model/host.ts";
import type { Report } from "../model/report.ts";
import { readProxyId } from "../model/route.ts";
import { readUrl } from "../model/url.ts";
import type { Fault } from "./fault.ts";

/** The first text of a report that is of the right type and still cannot be what judging takes it for. */
export function unusable({ targets, installation, observations }: Report): Fault | undefined {
  return [
    ...targets.map((target, index) => ("url" in target ? noUrl(["targets", index, "url"], target.url) : [])),
    ...(installation.nomadClients ?? []).map((host, index) =>
      noUrl(["installation", "nomadClients", index], host, `http://${hostInUrl(host)}/`),
    ),
    ...observations.map(({ route }, index) =>
      route.kind === "proxy" ? noProxy(["observations", index, "route", "proxy"], route.proxy) : [],
    ),
  ].flat()[0];
}

function noUrl(at: Fault["at"], found: string, url = found): readonly Fault[] {
  return readUrl(url) === undefined ? [{ at, expected: [url === found ? "a URL" : "a host"], found }] : [];
}

function noProxy(at: Fault["at"], found: string): readonly Fault[] {
  return readProxyId(found) === undefined
    ? [{ at, expected: ["a proxy such as http://10.0.0.33:3128"], found }]
    : [];
}
