import type { ClientName, ProxyLogin } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { Certificate, FailureCode } from "./phase.ts";
import type { ProxyId, RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";
import type { Refusal } from "./trust.ts";

/** Traffic of some components to some targets, which goes the same wrong way for the same reason. */
type Traffic = {
  readonly hosts: readonly string[];
  readonly targets: readonly TargetId[];
  readonly components: readonly ComponentId[];
};

/** A setting that a finding is about: its name and value as spelled, where it stands, and the line as it stands there. */
export type Place = {
  readonly name: string;
  readonly value: string;
  /** `path:line`, `environment`, or `dockerd (process 812)`. */
  readonly source: string;
  readonly text?: string;
};

/** What some clients do with a setting, when asked for URLs of a scheme. */
export type Effect = {
  readonly clients: readonly ClientName[];
  readonly scheme: "http" | "https";
  readonly does:
    | { readonly route: "direct" }
    | { readonly route: "proxy"; readonly proxy: ProxyId }
    | { readonly route: "invalid"; readonly why: string };
};

/** What those components make of a certificate that are shown it. */
export type Reception = {
  readonly refusing: readonly { readonly why: Refusal; readonly components: readonly ComponentId[] }[];
  readonly accepting: readonly ComponentId[];
  /** `in-a-container`: they go by stores that nobody sees from here; `not-found`: nobody can tell by which. */
  readonly unknown: readonly {
    readonly because: "in-a-container" | "not-found";
    readonly components: readonly ComponentId[];
  }[];
};

/** Settings that stand wrong, and what each client that reads them does with them. */
type Misset = { readonly places: readonly Place[]; readonly effects: readonly Effect[] };

/** What each finding says of its case; the words are in `messages/`. */
export type FindingArgs = RouteFindingArgs & SettingFindingArgs;

/** Findings about the settings as they stand, which need no measurement. */
export type SettingFindingArgs = {
  /** Hosts that have to be called direct, and that a component calls through a proxy by its settings. */
  "bypass-missing": Traffic & { readonly proxies: readonly ProxyId[]; readonly reason: string };
  /** One target, several ways: the components by the way they go. */
  "components-disagree": {
    readonly hosts: readonly string[];
    readonly targets: readonly TargetId[];
    readonly ways: readonly { readonly route: RouteId; readonly components: readonly ComponentId[] }[];
  };
  "proxy-scheme-missing": Misset;
  "proxy-port-missing": Misset;
  "proxy-scheme-https": Misset;
  "unsupported-proxy-scheme": Misset;
  "placeholder-left-in": Misset & { readonly placeholders: readonly string[] };
  "literal-quotes": Misset;
  "stray-whitespace": Misset;
  /** `readers`: who reads nothing but the lower-case name. */
  "uppercase-only-variable": Misset & { readonly readers: readonly ClientName[] };
  /** The two spellings, upper case first. */
  "conflicting-case": Misset;
  /** The empty variable, then the one it hides. */
  "empty-lowercase-variable": Misset;
  "unexported-variable": Misset;
  "unquoted-value": Misset & { readonly why: "unquoted" | "syntax-error" | "in-here-document" };
  "pasted-label": {
    readonly path: string;
    readonly lines: readonly { readonly line: number; readonly text: string }[];
  };
  /** All assignments of one name in one file; the last one counts. */
  "duplicate-assignment": Misset;
  "bypass-matches-some-clients": Misset & {
    readonly hosts: readonly string[];
    /** Entries that look like a match. */
    readonly entries: readonly string[];
    readonly matching: readonly ClientName[];
    readonly missing: readonly ClientName[];
  };
  "no-proxy-spaces": Misset & { readonly readers: readonly ClientName[] };
  /** The variables that name the proxy, of which a JVM reads none. */
  "jvm-options-missing": Misset & { readonly components: readonly ComponentId[] };
  "jvm-bypass-separator": Misset;
  "jvm-https-bypass-property": Misset;
  "jvm-proxy-host-malformed": Misset & { readonly properties: readonly string[] };
  "jvm-https-proxy-missing": Misset;
  "jvm-basic-auth-disabled": Misset & { readonly proxy: ProxyId };
  "proxies-disagree": {
    readonly proxies: readonly { readonly proxy: string; readonly places: readonly Place[] }[];
  };
  /** Where the machine's proxy is named besides; the daemon reads none of it. */
  "docker-daemon-without-proxy": Misset;
  "ignored-settings-file": Misset & { readonly path: string; readonly components: readonly ComponentId[] };
  /** What differs between a running process and the files it is started with. */
  "stale-process": {
    readonly program: string;
    readonly pids: readonly number[];
    readonly components: readonly ComponentId[];
    readonly differences: readonly {
      readonly name: string;
      readonly running?: string;
      readonly files?: string;
    }[];
    readonly restart: readonly string[];
  };
  "replicated-conf-invalid": {
    readonly path: string;
    readonly line: number;
    readonly text: string;
    readonly why: "not-json" | "not-on-one-line";
  };
  "replicated-conf-without-effect": Misset;
  "readable-credentials": Misset & { readonly path: string };
  "server-too-old": { readonly version: string; readonly since: string };
};

/** A proxy, the settings that name it, as `NAME (place)`, and who goes through it. */
type ProxyUse = {
  readonly proxy: ProxyId;
  readonly sources: readonly string[];
  readonly components: readonly ComponentId[];
};

/** Targets for which a proxy answers with a failure of its own, and the product where its answers give it away. */
type ProxyRefusal = {
  readonly proxy: ProxyId;
  readonly targets: readonly TargetId[];
  readonly status?: number;
  readonly product?: string;
};

/** Findings about the ways that traffic goes, which rest on what was measured. */
export type RouteFindingArgs = {
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
      /** Number of the TLS alert by which it failed. */
      readonly alert?: number;
    }[];
  };
  "proxy-unreachable": ProxyUse & {
    readonly failure: FailureCode;
    /** Number of the TLS alert by which it failed. */
    readonly alert?: number;
  };
  "proxy-timing-out": ProxyUse & {
    /** Whether the connection to the proxy itself times out, or every request through it. */
    readonly where: "connecting" | "answering";
  };
  "proxy-auth-required": ProxyUse & {
    /** Schemes of Proxy-Authenticate, for example `Basic`. */
    readonly schemes: readonly string[];
    readonly credentials: "none-sent" | "sent";
    /** How these can log in with what is offered, and what that takes; without a scheme: not at all, whatever is set. */
    readonly logins: readonly ({ readonly components: readonly ComponentId[] } & Partial<ProxyLogin>)[];
  };
  "proxy-credentials-rejected": ProxyUse & {
    /** As it stands in the setting, percent-encoded. */
    readonly user: string;
  };
  "proxy-denies-target": ProxyRefusal;
  /** The proxy refuses tunnels to these ports, whatever the host. */
  "proxy-denies-port": ProxyRefusal & {
    readonly ports: readonly number[];
  };
  "proxy-cannot-reach-target": ProxyRefusal & {
    /** What the proxy says it met, as the error of a system: `ECONNREFUSED`. */
    readonly errno?: string;
  };
  "not-a-proxy": ProxyUse;
  "port-closed": Traffic & {
    readonly ports: readonly number[];
    readonly failure: FailureCode | "answered-by-another";
  };
  "console-unreachable": { readonly host: string; readonly failure: FailureCode | "answered-by-another" };
  "metadata-of-another-machine": {
    /** Absent: it was asked direct. */
    readonly proxy?: ProxyId;
    readonly theirs: string;
    /** This machine's instance id, or its addresses where the metadata service did not answer directly. */
    readonly ours: string;
    readonly components: readonly ComponentId[];
  };
  "metadata-token-refused": {
    readonly route: RouteId;
    readonly token: "refused" | "silent";
    /** Of the refusal; absent where the connection was broken off. */
    readonly status?: number;
    /** With which it answers a request without a token; absent where it does not. */
    readonly without?: number;
    readonly components: readonly ComponentId[];
  };
  "block-page": {
    readonly route: RouteId;
    readonly targets: readonly TargetId[];
    readonly status?: number;
    /** Subject of the certificate's issuer, where the page came over TLS. */
    readonly issuer?: string;
    /** The filter or proxy, where the page gives it away. */
    readonly product?: string;
  };
  /** How far this machine's clock is ahead of that of so many hosts, and whose signed requests it spoils. */
  "clock-skew": {
    readonly aheadSeconds: number;
    readonly hosts: number;
    readonly targets: readonly TargetId[];
    readonly components: readonly ComponentId[];
    readonly onEc2: boolean;
  };
  /** One presented chain; `sent` is how many certificates it has. */
  "untrusted-certificate": Reception & {
    readonly hosts: readonly string[];
    readonly targets: readonly TargetId[];
    readonly routes: readonly RouteId[];
    readonly leaf: Certificate;
    readonly sent: number;
  };
  /** What one issuer has signed on one route in place of the hosts' own authorities, which are seen on another one. */
  "tls-interception": Reception & {
    readonly route: RouteId;
    readonly issuer: string;
    readonly hosts: readonly string[];
    readonly targets: readonly TargetId[];
    readonly instead: readonly string[];
  };
  "proxy-url-malformed": {
    readonly setting: string;
    readonly source: string;
    readonly why: string;
    readonly components: readonly ComponentId[];
  };
};
