import type { ClientName, ProxyLogin } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { Certificate, FailureCode } from "./phase.ts";
import type { ProxyId, RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";
import type { Refusal } from "./trust.ts";

/** Traffic of some components to some targets, which goes the same wrong way for the same reason. */
type Traffic = {
  /** Host names and addresses of the targets. */
  readonly hosts: readonly string[];

  /** Ids of the targets. */
  readonly targets: readonly TargetId[];

  /** Ids of the components that it concerns. */
  readonly components: readonly ComponentId[];
};

/** A setting that a finding is about: its name and value as spelled, where it stands, and the line as it stands there. */
export type Place = {
  /** As it is spelled. */
  readonly name: string;

  /** Without secrets. */
  readonly value: string;
  /** `path:line`, `environment`, or `dockerd (process 812)`. */
  readonly source: string;

  /** The line as it stands. */
  readonly text?: string;
};

/** What some clients do with a setting, when asked for URLs of a scheme. */
export type Effect = {
  /** Those that do the same. */
  readonly clients: readonly ClientName[];

  /** Scheme of the URLs that they are asked for. */
  readonly scheme: "http" | "https";

  /** Which way they go. */
  readonly does:
    | {
        /** The way. */
        readonly route: "direct";
      }
    | {
        /** The way. */
        readonly route: "proxy";
        /** The proxy. */
        readonly proxy: ProxyId;
      }
    | {
        /** The way. */
        readonly route: "invalid";
        /** The reason. */
        readonly why: string;
      };
};

/** What those components make of a certificate that are shown it. */
export type Reception = {
  /** Components that refuse it, by the reason. */
  readonly refusing: readonly {
    /** The reason. */
    readonly why: Refusal;
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  }[];

  /** Components that accept it. */
  readonly accepting: readonly ComponentId[];
  /** `in-a-container`: they go by stores that nobody sees from here; `not-found`: nobody can tell by which. */
  readonly unknown: readonly {
    /** Why nobody can tell. */
    readonly because: "in-a-container" | "not-found";

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  }[];
};

/** Settings that stand wrong, and what each client that reads them does with them. */
type Misset = {
  /** The settings, and where they stand. */
  readonly places: readonly Place[];
  /** What clients do that are given the first of them and nothing else. */
  readonly effects: readonly Effect[];
};

/** What each finding says of its case; the words are in `messages/`. */
export type FindingArgs = RouteFindingArgs & SettingFindingArgs;

/** Findings about the settings as they stand, which need no measurement. */
export type SettingFindingArgs = {
  /** Hosts that have to be called direct, and that a component calls through a proxy by its settings. */
  "bypass-missing": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  /** One target, several ways: the components by the way they go. */
  "components-disagree": {
    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];

    /** Ids of the targets. */
    readonly targets: readonly TargetId[];

    /** The ways, each with the components that take it. */
    readonly ways: readonly {
      /** The way. */
      readonly route: RouteId;
      /** Ids of the components that it concerns. */
      readonly components: readonly ComponentId[];
    }[];
  };
  "proxy-scheme-missing": Misset;
  "proxy-port-missing": Misset;
  "proxy-scheme-https": Misset;
  "unsupported-proxy-scheme": Misset;
  "placeholder-left-in": Misset & {
    /** What was to be replaced. */
    readonly placeholders: readonly string[];
  };
  "literal-quotes": Misset;
  "stray-whitespace": Misset;
  /** `readers`: who reads nothing but the lower-case name. */
  "uppercase-only-variable": Misset & {
    /** Clients that it concerns. */
    readonly readers: readonly ClientName[];
  };
  /** The two spellings, upper case first. */
  "conflicting-case": Misset;
  /** The empty variable, then the one it hides. */
  "empty-lowercase-variable": Misset;
  "unexported-variable": Misset;
  "unquoted-value": Misset & {
    /** The reason. */
    readonly why: "unquoted" | "syntax-error" | "in-here-document";
  };
  "pasted-label": {
    /** The file. */
    readonly path: string;

    /** The lines that do not belong there. */
    readonly lines: readonly {
      /** Counts from 1. */
      readonly line: number;
      /** The line as it stands. */
      readonly text: string;
    }[];
  };
  /** All assignments of one name in one file; the last one counts. */
  "duplicate-assignment": Misset;
  "bypass-matches-some-clients": Misset & {
    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];
    /** Entries that look like a match. */
    readonly entries: readonly string[];

    /** Clients for which an entry matches. */
    readonly matching: readonly ClientName[];

    /** Clients for which none does. */
    readonly missing: readonly ClientName[];
  };
  "no-proxy-spaces": Misset & {
    /** Clients that it concerns. */
    readonly readers: readonly ClientName[];
  };
  /** The variables that name the proxy, of which a JVM reads none. */
  "jvm-options-missing": Misset & {
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
  "jvm-bypass-separator": Misset;
  "jvm-https-bypass-property": Misset;
  "jvm-proxy-host-malformed": Misset & {
    /** Names of the JVM properties. */
    readonly properties: readonly string[];
  };
  "jvm-https-proxy-missing": Misset;
  "jvm-basic-auth-disabled": Misset & {
    /** The proxy. */
    readonly proxy: ProxyId;
  };
  "proxies-disagree": {
    /** The proxies. */
    readonly proxies: readonly {
      /** The proxy. */
      readonly proxy: string;
      /** The settings, and where they stand. */
      readonly places: readonly Place[];
    }[];
  };
  /** Where the machine's proxy is named besides; the daemon reads none of it. */
  "docker-daemon-without-proxy": Misset;
  "ignored-settings-file": Misset & {
    /** The file. */
    readonly path: string;
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
  /** What differs between a running process and the files it is started with. */
  "stale-process": {
    /** The program that runs. */
    readonly program: string;

    /** Its process ids. */
    readonly pids: readonly number[];

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];

    /** What is given otherwise. */
    readonly differences: readonly {
      /** As it is spelled. */
      readonly name: string;

      /** What the process was started with; absent: nothing. */
      readonly running?: string;

      /** What the files say now; absent: nothing. */
      readonly files?: string;
    }[];

    /** Commands that make the change take effect, in order. */
    readonly restart: readonly string[];
  };
  "replicated-conf-invalid": {
    /** The file. */
    readonly path: string;

    /** Counts from 1. */
    readonly line: number;

    /** The line as it stands. */
    readonly text: string;

    /** The reason. */
    readonly why: "not-json" | "not-on-one-line";
  };
  "replicated-conf-without-effect": Misset;
  "readable-credentials": Misset & {
    /** The file. */
    readonly path: string;
  };
  "server-too-old": {
    /** Version of CircleCI Server. */
    readonly version: string;
    /** The first version that knows how to use a proxy. */
    readonly since: string;
  };
};

/** A proxy, the settings that name it, as `NAME (place)`, and who goes through it. */
type ProxyUse = {
  /** The proxy. */
  readonly proxy: ProxyId;

  /** The settings that name it, as `NAME (place)`. */
  readonly sources: readonly string[];

  /** Ids of the components that it concerns. */
  readonly components: readonly ComponentId[];
};

/** Targets for which a proxy answers with a failure of its own, and the product where its answers give it away. */
type ProxyRefusal = {
  /** The proxy. */
  readonly proxy: ProxyId;

  /** Ids of the targets. */
  readonly targets: readonly TargetId[];

  /** HTTP status. */
  readonly status?: number;

  /** The product that answers, where it gives itself away. */
  readonly product?: string;
};

/** Findings about the ways that traffic goes, which rest on what was measured. */
export type RouteFindingArgs = {
  "misrouted-to-proxy": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "misrouted-direct": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];

    /** Whether direct fails, or is not wanted. */
    readonly direct: "fails" | "not-wanted";

    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "avoidable-proxying": Traffic & {
    /** The proxies. */
    readonly proxies: readonly ProxyId[];
    /** Why the policy is what it is, in one sentence. */
    readonly reason: string;
  };
  "target-timing-out": Traffic & {
    /** The routes that were measured. */
    readonly routes: readonly RouteId[];
  };
  "target-unreachable": Traffic & {
    /** How each route failed. */
    readonly failures: readonly {
      /** The way. */
      readonly route: RouteId;
      readonly code: FailureCode | "answered-by-another";
      /** Number of the TLS alert by which it failed. */
      readonly alert?: number;
    }[];
  };
  "proxy-unreachable": ProxyUse & {
    /** How it failed. */
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

    /** Whether a login was sent. */
    readonly credentials: "none-sent" | "sent";
    /** How these can log in with what is offered, and what that takes; without a scheme: not at all, whatever is set. */
    readonly logins: readonly ({
      /** Ids of the components that it concerns. */
      readonly components: readonly ComponentId[];
    } & Partial<ProxyLogin>)[];
  };
  "proxy-credentials-rejected": ProxyUse & {
    /** As it stands in the setting, percent-encoded. */
    readonly user: string;
  };
  "proxy-denies-target": ProxyRefusal;
  /** The proxy refuses tunnels to these ports, whatever the host. */
  "proxy-denies-port": ProxyRefusal & {
    /** The ports. */
    readonly ports: readonly number[];
  };
  "proxy-cannot-reach-target": ProxyRefusal & {
    /** What the proxy says it met, as the error of a system: `ECONNREFUSED`. */
    readonly errno?: string;
  };
  "not-a-proxy": ProxyUse;
  "port-closed": Traffic & {
    /** The ports. */
    readonly ports: readonly number[];

    /** How it failed. */
    readonly failure: FailureCode | "answered-by-another";
  };
  "console-unreachable": {
    /** Host name or address. */
    readonly host: string;
    /** How it failed. */
    readonly failure: FailureCode | "answered-by-another";
  };
  "metadata-of-another-machine": {
    /** Absent: it was asked direct. */
    readonly proxy?: ProxyId;

    /** Instance id in the metadata that came. */
    readonly theirs: string;
    /** This machine's instance id, or its addresses where the metadata service did not answer directly. */
    readonly ours: string;

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
  "metadata-token-refused": {
    /** The way. */
    readonly route: RouteId;

    /** What became of asking for a token. */
    readonly token: "refused" | "silent";
    /** Of the refusal; absent where the connection was broken off. */
    readonly status?: number;
    /** With which it answers a request without a token; absent where it does not. */
    readonly without?: number;

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
  "block-page": {
    /** The way. */
    readonly route: RouteId;

    /** Ids of the targets. */
    readonly targets: readonly TargetId[];

    /** HTTP status. */
    readonly status?: number;
    /** Subject of the certificate's issuer, where the page came over TLS. */
    readonly issuer?: string;
    /** The filter or proxy, where the page gives it away. */
    readonly product?: string;
  };
  /** How far this machine's clock is ahead of that of so many hosts, and whose signed requests it spoils. */
  "clock-skew": {
    /** Seconds; negative where the clock is behind. */
    readonly aheadSeconds: number;

    /** Host names and addresses of the targets. */
    readonly hosts: number;

    /** Ids of the targets. */
    readonly targets: readonly TargetId[];

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];

    /** This machine is an EC2 instance. */
    readonly onEc2: boolean;
  };
  /** One presented chain; `sent` is how many certificates it has. */
  "untrusted-certificate": Reception & {
    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];

    /** Ids of the targets. */
    readonly targets: readonly TargetId[];

    /** The routes that were measured. */
    readonly routes: readonly RouteId[];
    readonly leaf: Certificate;

    /** How many certificates were presented. */
    readonly sent: number;
  };
  /** What one issuer has signed on one route in place of the hosts' own authorities, which are seen on another one. */
  "tls-interception": Reception & {
    /** The way. */
    readonly route: RouteId;

    /** Distinguished name of who signed. */
    readonly issuer: string;

    /** Host names and addresses of the targets. */
    readonly hosts: readonly string[];

    /** Ids of the targets. */
    readonly targets: readonly TargetId[];

    /** Issuers that are seen on other routes. */
    readonly instead: readonly string[];
  };
  "proxy-url-malformed": {
    /** Name of the setting. */
    readonly setting: string;

    /** Where it stands. */
    readonly source: string;

    /** The reason. */
    readonly why: string;

    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
  };
};
