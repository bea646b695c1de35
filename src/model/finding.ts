import type { ComponentId } from "./component.ts";
import type { FailureCode } from "./phase.ts";
import type { ProxyId, RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";

/** The severities, the heaviest first. */
export const SEVERITIES = ["error", "warning", "info"] as const;

/** How much a finding weighs; errors, and under `--strict` warnings, decide the exit status. */
export type Severity = (typeof SEVERITIES)[number];

/** Traffic of some components to some targets, which goes the same wrong way for the same reason. */
type Traffic = {
  readonly hosts: readonly string[];
  readonly targets: readonly TargetId[];
  readonly components: readonly ComponentId[];
};

/** What each finding says of its case; the words are in `messages/`. */
export type FindingArgs = {
  "misrouted-to-proxy": Traffic & { readonly proxies: readonly ProxyId[]; readonly reason: string };
  "misrouted-direct": Traffic & {
    readonly proxies: readonly ProxyId[];
    readonly direct: "fails" | "not-wanted";
    readonly reason: string;
  };
  "avoidable-proxying": Traffic & { readonly proxies: readonly ProxyId[]; readonly reason: string };
  "target-timing-out": Traffic & { readonly routes: readonly RouteId[] };
  "target-unreachable": Traffic & {
    readonly failures: readonly {
      readonly route: RouteId;
      readonly code: FailureCode | "answered-by-another";
    }[];
  };
  "proxy-unreachable": {
    readonly proxy: ProxyId;
    readonly failure: FailureCode;
    readonly sources: readonly string[];
    /** Who goes through it. */
    readonly components: readonly ComponentId[];
  };
  "proxy-timing-out": {
    readonly proxy: ProxyId;
    /** Whether the connection to the proxy itself times out, or every request through it. */
    readonly where: "connecting" | "answering";
    readonly sources: readonly string[];
    /** Who goes through it. */
    readonly components: readonly ComponentId[];
  };
  "proxy-auth-required": {
    readonly proxy: ProxyId;
    /** Schemes of Proxy-Authenticate, for example `Basic`. */
    readonly schemes: readonly string[];
    readonly credentials: "none-sent" | "sent";
    readonly sources: readonly string[];
    /** Who goes through it. */
    readonly components: readonly ComponentId[];
  };
  "proxy-denies-target": {
    readonly proxy: ProxyId;
    readonly targets: readonly TargetId[];
    readonly status?: number;
  };
  "metadata-of-another-machine": {
    readonly proxy: ProxyId;
    readonly theirs: string;
    /** This machine's instance id, or its addresses where the metadata service did not answer directly. */
    readonly ours: string;
    readonly components: readonly ComponentId[];
  };
  "block-page": {
    readonly route: RouteId;
    readonly targets: readonly TargetId[];
    readonly status?: number;
    /** Subject of the certificate's issuer, where the page came over TLS. */
    readonly issuer?: string;
  };
  "proxy-url-malformed": {
    readonly setting: string;
    readonly source: string;
    readonly why: string;
    readonly components: readonly ComponentId[];
  };
};

/** The name of a bad state; its rule and its page in `docs/findings` have the same. */
export type FindingCode = keyof FindingArgs;

/** `<code>:<what distinguishes it>`: a first target, a proxy, a route or a setting. Unique in a report. */
export type FindingId = string;

/** Something wrong, with the evidence it rests on. No prose. */
export type Finding = {
  [C in FindingCode]: {
    readonly id: FindingId;
    readonly code: C;
    readonly severity: Severity;
    readonly subject: {
      readonly target?: TargetId;
      readonly component?: ComponentId;
      readonly setting?: string;
    };
    readonly args: FindingArgs[C];
    /** Attempt ids, and `<component>><target>` for decisions. */
    readonly evidence: readonly string[];
    /** Findings that this one follows from; it is shown beneath them. */
    readonly causedBy: readonly FindingId[];
    readonly fixes: readonly string[];
  };
}[FindingCode];
