import { hostInUrl } from "../model/host.ts";
import type { Report } from "../model/report.ts";
import { readUrl } from "../model/url.ts";
import type { Fault } from "./fault.ts";

/** The first text of a report that is of the right type and still cannot be what judging takes it for. */
export function unusable({ targets, installation }: Report): Fault | undefined {
  return [
    ...targets.map((target, index) => ("url" in target ? noUrl(["targets", index, "url"], target.url) : [])),
    ...(installation.nomadClients ?? []).map((host, index) =>
      noUrl(["installation", "nomadClients", index], host, `http://${hostInUrl(host)}/`),
    ),
  ].flat()[0];
}

function noUrl(at: Fault["at"], found: string, url = found): readonly Fault[] {
  return readUrl(url) === undefined ? [{ at, expected: [url === found ? "a URL" : "a host"], found }] : [];
}
