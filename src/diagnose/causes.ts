import { type Finding, type FindingCode, type FindingId, SEVERITIES } from "../model/finding.ts";

/** What may be behind each code. A proxy that fails takes everything with it that goes its way. */
const PROXY_TROUBLE = [
  "proxy-unreachable",
  "proxy-timing-out",
  "proxy-auth-required",
  "proxy-denies-target",
  "block-page",
] as const satisfies readonly FindingCode[];

const CAUSES: { readonly [C in FindingCode]?: readonly FindingCode[] } = {
  "target-timing-out": PROXY_TROUBLE,
  "target-unreachable": PROXY_TROUBLE,
  "misrouted-to-proxy": [...PROXY_TROUBLE, "jvm-bypass-separator"],
  "bypass-missing": ["jvm-bypass-separator"],
  "proxy-url-malformed": ["jvm-proxy-host-malformed", "jvm-bypass-separator"],
  "metadata-of-another-machine": ["misrouted-to-proxy"],
  "components-disagree": [
    "misrouted-to-proxy",
    "misrouted-direct",
    "target-timing-out",
    "target-unreachable",
    "docker-daemon-without-proxy",
    "ignored-settings-file",
    "jvm-options-missing",
  ],
  "bypass-matches-some-clients": ["bypass-missing", "misrouted-to-proxy"],
  "proxy-unreachable": ["proxy-url-malformed"],
  "proxy-timing-out": ["proxy-url-malformed"],
};

/**
 * The findings that one follows from: a possible cause that rests on some of the same evidence and weighs as
 * much, so that no error hides beneath a remark.
 */
export function causesOf(finding: Finding, all: readonly Finding[]): readonly FindingId[] {
  const possible = CAUSES[finding.code] ?? [];
  const evidence = new Set(finding.evidence);
  return all
    .filter(({ code }) => possible.includes(code))
    .filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(finding.severity))
    .filter((cause) => cause.evidence.some((id) => evidence.has(id)))
    .map(({ id }) => id);
}
