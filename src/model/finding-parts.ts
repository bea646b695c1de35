import type { ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";
import type { ProxyId } from "./route.ts";
import type { TargetId } from "./target.ts";
import type { Refusal } from "./trust.ts";

/** Traffic of some components to some targets, which goes the same wrong way for the same reason. */
export type Traffic = {
  /** Host names and addresses of the targets. */
  readonly hosts: readonly string[];
  /** Ids of the targets. */
  readonly targets: readonly TargetId[];
  /** Ids of the components that it concerns. */
  readonly components: readonly ComponentId[];
};

/** Calls that some components make in vain. */
export type VainCalls = {
  /** Ids of the components that it concerns. */
  readonly components: readonly ComponentId[];
  /** Ids of the targets that these call. */
  readonly targets: readonly TargetId[];
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
    /** Ids of the targets that these call, and are shown it. */
    readonly targets?: readonly TargetId[];
  }[];
  /** Components that accept it. */
  readonly accepting: readonly ComponentId[];
  /** `in-a-container`: they go by stores that nobody sees from here; `not-found`: nobody can tell by which. */
  readonly unknown: readonly {
    /** Why nobody can tell. */
    readonly because: "in-a-container" | "not-found";
    /** Ids of the components that it concerns. */
    readonly components: readonly ComponentId[];
    /** Ids of the targets that these call, and are shown it. */
    readonly targets?: readonly TargetId[];
  }[];
};

/** Settings that stand wrong, and what each client that reads them does with them. */
export type Misset = {
  /** The settings, and where they stand. */
  readonly places: readonly Place[];
  /** What clients do that are given the first of them and nothing else. */
  readonly effects: readonly Effect[];
};

/** A value that is wrong in itself, and what is called in vain since some components can make no proxy of it. */
export type Misvalued = Misset & {
  /** Absent where there is none. */
  readonly inVain?: VainCalls;
};

/** What measuring showed of a proxy: it serves some target, or is out and can serve none. */
export type ProxyStanding = "serves" | "out";

/** A proxy, the settings that name it, as `NAME (place)`, and who goes through it to what. */
export type ProxyUse = {
  /** The proxy. */
  readonly proxy: ProxyId;
  /** The settings that name it, as `NAME (place)`. */
  readonly sources: readonly string[];
  /** Ids of the components that it concerns. */
  readonly components: readonly ComponentId[];
  /** Ids of the targets that these call through it, but for those that mute tunnels spare; absent where there is none. */
  readonly calls?: readonly TargetId[];
};

/** Targets for which a proxy answers with a failure of its own, and the product where its answers give it away. */
export type ProxyRefusal = {
  /** The proxy. */
  readonly proxy: ProxyId;
  /** Ids of the targets. */
  readonly targets: readonly TargetId[];
  /** HTTP status. */
  readonly status?: number;
  /** The product that answers, where it gives itself away. */
  readonly product?: string;
};
