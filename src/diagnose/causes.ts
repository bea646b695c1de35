import { type Finding, type FindingCode, type FindingId, SEVERITIES } from "../model/finding.ts";

/** What may be behind each code. A proxy that fails takes everything with it that goes its way. */
const PROXY_TROUBLE = [
  "proxy-unreachable",
  "proxy-timing-out",
  "not-a-proxy",
  "proxy-auth-required",
  "proxy-credentials-rejected",
  "proxy-denies-target",
  "proxy-cannot-reach-target",
  "block-page",
] as const satisfies readonly FindingCode[];

/** A value that clients misread leads to a proxy that nobody meant. */
export const MISREAD_VALUE = [
  "proxy-url-malformed",
  "placeholder-left-in",
  "literal-quotes",
  "stray-whitespace",
  "unsupported-proxy-scheme",
  "proxy-scheme-missing",
  "proxy-port-missing",
  "proxy-scheme-https",
] as const satisfies readonly FindingCode[];

const CAUSES: { readonly [C in FindingCode]?: readonly FindingCode[] } = {
  "block-page": ["tls-interception"],
  "untrusted-certificate": ["clock-skew", "tls-interception", "block-page"],
  "target-timing-out": [...PROXY_TROUBLE, "proxy-denies-port"],
  "target-unreachable": [...PROXY_TROUBLE, "proxy-denies-port"],
  // A port that nobody should ask the proxy for.
  "proxy-denies-port": ["misrouted-to-proxy"],
  "misrouted-to-proxy": [...PROXY_TROUBLE, "jvm-bypass-separator"],
  "bypass-missing": ["jvm-bypass-separator"],
  "proxy-url-malformed": ["jvm-proxy-host-malformed", "jvm-bypass-separator"],
  "metadata-of-another-machine": ["misrouted-to-proxy"],
  "metadata-token-refused": ["misrouted-to-proxy", "metadata-of-another-machine"],
  "docker-daemon-without-proxy": ["ignored-settings-file"],
  "components-disagree": [
    "proxy-url-malformed",
    ...PROXY_TROUBLE,
    "docker-daemon-without-proxy",
    "ignored-settings-file",
    "jvm-options-missing",
  ],
  "bypass-matches-some-clients": ["bypass-missing", "misrouted-to-proxy"],
  "unquoted-value": ["pasted-label"],
  "proxy-unreachable": MISREAD_VALUE,
  "proxy-timing-out": MISREAD_VALUE,
  "not-a-proxy": MISREAD_VALUE,
};

/**
 * The findings that one follows from: a possible cause that rests on some of the same evidence and weighs as
 * much, so that no error hides beneath a remark.
 */
export function causesOf(finding: Finding, all: readonly Finding[]): readonly FindingId[] {
  const possible = CAUSES[finding.code] ?? [];
  const evidence = new Set(finding.evidence);
  // That the direct way works is why traffic is misrouted; what is seen on it follows from nothing that goes another.
  const isShared = ({ code }: Finding, id: string) =>
    evidence.has(id) && !(code === "misrouted-to-proxy" && id.endsWith("@direct"));
  return all
    .filter(({ code }) => possible.includes(code))
    .filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(finding.severity))
    .filter((cause) => cause.evidence.some((id) => isShared(cause, id)))
    .filter(({ code }) => code !== "clock-skew" || isAboutTime(finding))
    .map(({ id }) => id);
}

/** Whether somebody refuses a certificate for its times alone, which a clock that is off explains. */
function isAboutTime(finding: Finding): boolean {
  if (finding.code !== "untrusted-certificate") return true;
  return finding.args.refusing.every(({ why }) => why === "expired" || why === "not-yet-valid");
}
