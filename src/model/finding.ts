import type { ComponentId } from "./component.ts";
import type { RouteFindingArgs } from "./route-finding-args.ts";
import type { SettingFindingArgs } from "./setting-finding-args.ts";
import type { TargetId } from "./target.ts";

export type { Effect, Place, Reception } from "./finding-parts.ts";

/** What each finding says of its case; the words are in `messages/`. */
export type FindingArgs = RouteFindingArgs & SettingFindingArgs;

/** The severities, the heaviest first. */
export const SEVERITIES = ["error", "warning", "info"] as const;

/** How much a finding weighs; errors, and under `--strict` warnings, decide the exit status. */
export type Severity = (typeof SEVERITIES)[number];

/** The name of a bad state; its rule and its page in `docs/findings` have the same. */
export type FindingCode = keyof FindingArgs;

const ROUTE_CODES: ReadonlySet<string> = new Set<keyof RouteFindingArgs>([
  "misrouted-to-proxy",
  "misrouted-direct",
  "avoidable-proxying",
  "target-timing-out",
  "target-unreachable",
  "proxy-unreachable",
  "proxy-timing-out",
  "proxy-auth-required",
  "proxy-credentials-rejected",
  "proxy-denies-target",
  "proxy-denies-port",
  "proxy-cannot-reach-target",
  "not-a-proxy",
  "port-closed",
  "console-unreachable",
  "metadata-of-another-machine",
  "metadata-token-refused",
  "block-page",
  "clock-skew",
  "tls-interception",
  "untrusted-certificate",
  "proxy-url-malformed",
]);

/** Whether a code speaks of the settings as they stand, and needs no measurement. */
export function isOfSettings(code: FindingCode): code is keyof SettingFindingArgs {
  return !ROUTE_CODES.has(code);
}

/** `<code>:<what distinguishes it>`: a first target, a proxy, a route or a setting. Unique in a report. */
export type FindingId = string;

/** Something wrong, with the evidence it rests on. No prose. */
export type Finding = {
  [C in FindingCode]: {
    readonly id: FindingId;
    /** What is wrong; each has a page in docs/findings. */
    readonly code: C;
    readonly severity: Severity;
    /** What it is about. */
    readonly subject: {
      readonly target?: TargetId;
      readonly component?: ComponentId;
      /** Name of a setting, and where it stands. */
      readonly setting?: string;
    };
    /** What it says of this case. */
    readonly args: FindingArgs[C];
    /** Attempt ids, and `<component>><target>` for decisions. */
    readonly evidence: readonly string[];
    /** Findings that this one follows from; it is shown beneath them. */
    readonly causedBy: readonly FindingId[];
    /** Ids of the fixes that claim it. */
    readonly fixes: readonly string[];
    /** It holds once its causes are mended: what it speaks of is not taken as long as they are there. */
    readonly latent?: true;
  };
}[FindingCode];

/** Findings that stand on their own: no cause of theirs is among them. */
export function rootsOf(findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set(findings.map(({ id }) => id));
  return findings.filter(({ causedBy }) => !causedBy.some((id) => ids.has(id)));
}

/** The heaviest of some severities; nothing where there is none. */
export function heaviestOf(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return SEVERITIES.find((severity) => severities.includes(severity));
}

/** The heaviest that is said against each attempt or decision on which some findings rest. */
export function heaviestByEvidence(
  findings: readonly Pick<Finding, "severity" | "evidence">[],
): ReadonlyMap<string, Severity> {
  const lightestFirst = findings.toSorted(
    (one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity),
  );
  return new Map(lightestFirst.flatMap(({ evidence, severity }) => evidence.map((id) => [id, severity])));
}
