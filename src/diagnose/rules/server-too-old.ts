import type { Rule } from "../rule.ts";

/** The first release that works behind an HTTP proxy (domain-facts 0). */
const SINCE = "2.19.02";

/** CircleCI Server of this version works behind no HTTP proxy, however it is set. */
export const serverTooOld: Rule<"server-too-old"> = ({ installation: { serverVersion: version } }) =>
  version === undefined || !isBefore(version, SINCE)
    ? []
    : [{ about: version, severity: "error", subject: {}, args: { version, since: SINCE }, evidence: [] }];

/** By their numbers: `2.19.02` is 2.19.2. Of a version that is not told whole nothing is claimed but what is sure. */
function isBefore(version: string, since: string): boolean {
  const parts = /^\s*v?(\d{1,9}(?:\.\d{1,9}){0,9})/i.exec(version)?.[1]?.split(".").map(Number) ?? [];
  const bounds = since.split(".").map(Number);
  const differing = bounds.findIndex((bound, place) => parts[place] !== bound);
  const [part, bound] = [parts[differing], bounds[differing]];
  return part !== undefined && bound !== undefined && part < bound;
}
