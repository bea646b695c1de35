import { hostInUrl } from "../../model/host.ts";
import type { Report } from "../../model/report.ts";
import { endpointOf, isConfigured, type Target, type TargetId } from "../../model/target.ts";

/** The targets of a report that have these ids, in its order. */
export function targetsAmong({ targets }: Report, ids: readonly TargetId[]): readonly Target[] {
  const wanted = new Set(ids);
  return targets.filter(isConfigured).filter(({ id }) => wanted.has(id));
}

/** Host and port of a target's URL: `[::1]:443`. */
export function endpointText({ url }: Target): string {
  const { host, port } = endpointOf(url);
  return `${hostInUrl(host)}:${port}`;
}
