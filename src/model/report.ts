import type { Component } from "./component.ts";
import type { RoutingDecision } from "./decision.ts";
import type { Finding } from "./finding.ts";
import type { Fix } from "./fix.ts";
import type { Installation } from "./installation.ts";
import type { AttemptId, Observation } from "./observation.ts";
import type { RouteId } from "./route.ts";
import type { SeenProcess } from "./seen-process.ts";
import type { CapturedFile, FileFault, Setting } from "./setting.ts";
import type { Target, Unconfigured } from "./target.ts";
import type { SeenTrustStore, TrustDecision } from "./trust.ts";

/** Changes when a field of the report is removed or changes its meaning. */
export const SCHEMA_VERSION = 1;

/** A settings file, or a directory of them, that is there and could not be read. */
export type Unreadable = {
  /** Where it lies. */
  readonly path: string;
  /** Why it was not read. */
  readonly reason: string;
};

/**
 * How many seconds this machine's clock is ahead of others' (negative: behind), by answers of so many hosts, whose
 * observations are named.
 */
export type MachineClock = {
  /** Seconds; negative where the clock is behind. */
  readonly aheadSeconds: number;
  /** How many hosts agree. */
  readonly hosts: number;
  /** Observations whose answers tell it. */
  readonly answers: readonly AttemptId[];
};

/** The address that a machine's requests come from on a route, as the outside sees it. */
export type Egress = {
  readonly route: RouteId;
  /** The address that the outside sees. */
  readonly address: string;
};

/** A machine other than the one that ran proxy-doctor: what lies below a directory, or a built-in world. */
export type Elsewhere =
  | {
      /** A tree of settings files. */
      readonly kind: "root";
      /** As it was given to `--root`; `DIR` in a shared report. */
      readonly path: string;
    }
  | {
      /** A built-in world. */
      readonly kind: "lab";
      /** As it was given to `--lab`. */
      readonly name: string;
    };

/** Everything one run knew and concluded; plain JSON, in plan order. */
export type Report = {
  /** The version of this form; it changes when a field is removed or changes its meaning. */
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** What wrote the report. */
  readonly tool: {
    /** Always `proxy-doctor`. */
    readonly name: "proxy-doctor";
    /** Its version. */
    readonly version: string;
  };
  /** What was judged: the settings as they stand, or the traffic that was measured too. */
  readonly judges: "settings" | "traffic";
  /** ISO 8601. */
  readonly startedAt: string;
  /** How long the run took, in milliseconds. */
  readonly durationMs: number;
  readonly installation: Installation;
  /** Every setting that was found, in the order in which it was read. */
  readonly settings: readonly Setting[];
  /** Where settings files cannot be read as they are meant. */
  readonly fileFaults: readonly FileFault[];
  /** The settings files, in the order in which they load: what fixes are tried on, here and in a replay. */
  readonly files: readonly CapturedFile[];
  /** Settings files, and directories of them, that are there and could not be read. */
  readonly unreadable: readonly Unreadable[];
  /** Running programs that read proxy settings. */
  readonly processes: readonly SeenProcess[];
  /** The authorities by which chains were judged, and stores that are named and cannot be read. */
  readonly trustStores: readonly SeenTrustStore[];
  /** What runs on a machine of this role and makes calls. */
  readonly components: readonly Component[];
  /** What was to be checked, and what is not configured. */
  readonly targets: readonly (Target | Unconfigured)[];
  /** The targets are those that `--only` names: nothing is said of other hosts, nor of those that nobody measures. */
  readonly narrowed?: true;
  /** What was measured: every target on every route. */
  readonly observations: readonly Observation[];
  /** Which way each component goes to each target that it needs. */
  readonly decisions: readonly RoutingDecision[];
  /** The authorities that each component goes by. */
  readonly trust: readonly TrustDecision[];
  /** What is wrong. */
  readonly findings: readonly Finding[];
  /** Changes of settings, in the order in which they are to be made. */
  readonly fixes: readonly Fix[];
  readonly summary: Summary;
  /** Only where at least two hosts tell the time and agree. */
  readonly clock?: MachineClock;
  /** As far as who tells callers their address was reached. */
  readonly egress: readonly Egress[];
  /** Faults of proxy-doctor's own. */
  readonly toolErrors: readonly string[];
  /** Whose settings these are, where they are not those of the machine that ran proxy-doctor. */
  readonly elsewhere?: Elsewhere;
  /** Names and addresses of the installation stand in it by others, each always by the same one. */
  readonly shared?: true;
  /** Why the run is incomplete, where it is. */
  readonly stopped?: "deadline" | "interrupt";
};

/** Findings that stand on their own, by severity (consequences are not counted), and needed targets. */
export type Summary = {
  /** Findings of severity `error`. */
  readonly errors: number;
  /** Findings of severity `warning`. */
  readonly warnings: number;
  /** Findings of severity `info`. */
  readonly infos: number;
  /** Targets of which nobody can say whether they are reached the right way. */
  readonly unknown: number;
  /** Targets that every component calls the right way. */
  readonly right: number;
  /** Ports of this machine's own that do not answer, on the Services machine: right before an install only. */
  readonly unserved: number;
};
