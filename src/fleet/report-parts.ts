import type { RoutingDecision } from "../model/decision.ts";
import type { Finding } from "../model/finding.ts";
import type { Installation } from "../model/installation.ts";
import type { AnsweredBy } from "../model/observation.ts";
import type { FailureCode, InstanceIdentity } from "../model/phase.ts";
import type { Report } from "../model/report.ts";
import type { Route } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import type { TargetId } from "../model/target.ts";

/** A step of an attempt, as far as a fleet is told of it. */
export type PartialPhase = {
  readonly name: string;
  readonly status: string;
  readonly failure?: { readonly code: FailureCode };
  readonly facts?: { readonly identity?: InstanceIdentity; readonly [other: string]: unknown };
};

/** An attempt, as far as a fleet is told of it. */
export type PartialObservation = {
  readonly id: string;
  readonly target: TargetId;
  readonly route: Route;
  readonly outcome: "ok" | "failed" | "broken";
  readonly answeredBy?: AnsweredBy;
  readonly phases?: readonly PartialPhase[];
};

/** What a fleet is told of one machine's report. A whole report is one, too. */
export type ReportParts = Pick<Report, "judges" | "startedAt" | "toolErrors" | "stopped"> & {
  readonly tool: Pick<Report["tool"], "version">;
  readonly installation: Pick<
    Installation,
    "role" | "hostname" | "egress" | "addresses" | "programs" | "services" | "serverVersion"
  >;
  readonly settings: readonly Pick<Setting, "name" | "value" | "source">[];
  readonly targets: readonly { readonly id: TargetId; readonly unconfigured?: string }[];
  readonly observations: readonly PartialObservation[];
  readonly decisions: readonly Pick<RoutingDecision, "component" | "target" | "route" | "because">[];
  readonly findings: readonly Finding[];
};

/** The same parts, by name, for whoever reads them. */
export const REPORT_PARTS = {
  judges: "whole",
  startedAt: "whole",
  toolErrors: "whole",
  stopped: "whole",
  tool: { version: "whole" },
  installation: {
    role: "whole",
    hostname: "whole",
    egress: "whole",
    addresses: "whole",
    programs: "whole",
    services: "whole",
    serverVersion: "whole",
  },
  settings: { name: "whole", value: "whole", source: "whole" },
  targets: { id: "whole", url: "whole", unconfigured: "whole" },
  observations: {
    id: "whole",
    target: "whole",
    route: "whole",
    outcome: "whole",
    answeredBy: "whole",
    error: "whole",
    phases: { name: "whole", status: "whole", failure: { code: "whole" }, facts: { identity: "whole" } },
  },
  decisions: {
    component: "whole",
    target: "whole",
    route: "whole",
    because: "whole",
  },
  findings: "whole",
} as const;
