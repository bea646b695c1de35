import type { ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { Misset, Misvalued, Place, ProxyStanding, Traffic } from "./finding-parts.ts";
import type { ProxyId, RouteId } from "./route.ts";
import type { TargetId } from "./target.ts";

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
  "proxy-scheme-missing": Misvalued;
  "proxy-port-missing": Misvalued;
  "proxy-scheme-https": Misvalued;
  "unsupported-proxy-scheme": Misvalued;
  "placeholder-left-in": Misvalued & {
    /** What was to be replaced. */
    readonly placeholders: readonly string[];
  };
  "literal-quotes": Misvalued;
  "stray-whitespace": Misvalued;
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
      /** What measuring showed of it; absent: neither, or nothing was measured. */
      readonly standing?: ProxyStanding;
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
