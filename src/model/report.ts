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
export type Unreadable = { readonly path: string; readonly reason: string };

/**
 * How many seconds this machine's clock is ahead of others' (negative: behind), by answers of so many hosts, whose
 * observations are named.
 */
export type MachineClock = {
  readonly aheadSeconds: number;
  readonly hosts: number;
  readonly answers: readonly AttemptId[];
};

/** The address that a machine's requests come from on a route, as the outside sees it. */
export type Egress = { readonly route: RouteId; readonly address: string };

/** Everything one run knew and concluded; plain JSON, in plan order. */
export type Report = {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: "proxy-doctor"; readonly version: string };
  /** What was judged: the settings as they stand, or the traffic that was measured too. */
  readonly judges: "settings" | "traffic";
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly installation: Installation;
  readonly settings: readonly Setting[];
  /** Where settings files cannot be read as they are meant. */
  readonly fileFaults: readonly FileFault[];
  /** The settings files, in the order in which they load: what fixes are tried on, here and in a replay. */
  readonly files: readonly CapturedFile[];
  readonly unreadable: readonly Unreadable[];
  /** Running programs that read proxy settings. */
  readonly processes: readonly SeenProcess[];
  /** The authorities by which chains were judged, and stores that are named and cannot be read. */
  readonly trustStores: readonly SeenTrustStore[];
  readonly components: readonly Component[];
  readonly targets: readonly (Target | Unconfigured)[];
  readonly observations: readonly Observation[];
  readonly decisions: readonly RoutingDecision[];
  /** The authorities that each component goes by. */
  readonly trust: readonly TrustDecision[];
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fix[];
  readonly summary: Summary;
  /** Only where at least two hosts tell the time and agree. */
  readonly clock?: MachineClock;
  /** As far as who tells callers their address was reached. */
  readonly egress: readonly Egress[];
  /** Faults of proxy-doctor's own. */
  readonly toolErrors: readonly string[];
  /** Why the run is incomplete, where it is. */
  readonly stopped?: "deadline" | "interrupt";
};

/** Findings that stand on their own, by severity (consequences are not counted), and needed targets. */
export type Summary = {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Targets of which nobody can say whether they are reached the right way. */
  readonly unknown: number;
  /** Targets that every component calls the right way. */
  readonly right: number;
  /** Ports of this machine's own that do not answer, on the Services machine: right before an install only. */
  readonly unserved: number;
};
