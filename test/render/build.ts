import type { Component, ComponentId } from "../../src/model/component.ts";
import type { RoutingDecision } from "../../src/model/decision.ts";
import { type AnsweredBy, attemptId, type Observation } from "../../src/model/observation.ts";
import type { FailureCode, Phase } from "../../src/model/phase.ts";
import type { Report } from "../../src/model/report.ts";
import { DIRECT, type ProxyId, type Route, routeId } from "../../src/model/route.ts";
import type { Policy, Target, TargetId } from "../../src/model/target.ts";

export const PROXY = "http://10.0.0.33:3128";

export function through(proxy: ProxyId): Route {
  return { kind: "proxy", proxy, mode: "tunnel" };
}

/** A target with one policy, whatever the egress. */
export function target(id: TargetId, url: string, policy: Policy, reason = "reasons of the fixture"): Target {
  return {
    id,
    url,
    exchange: { kind: "http", method: "GET", headers: {} },
    marks: [],
    policy: { standard: policy, corporate: policy },
    reason,
  };
}

/** An observation that ended well, after `ms` milliseconds. */
export function answer(id: TargetId, route: Route, ms: number, by: AnsweredBy = "target"): Observation {
  const phases: readonly Phase[] = [
    {
      name: "tcp",
      status: "ok",
      ms: ms - 1,
      facts: { remote: "192.0.2.1:443", local: "10.0.1.238:50000", tries: [] },
    },
    { name: "response", status: "ok", ms: 1, facts: { status: 200, headers: {}, body: "" } },
  ];
  return { id: attemptId(id, routeId(route)), target: id, route, outcome: "ok", answeredBy: by, phases };
}

/** An observation that failed. */
export function failure(id: TargetId, route: Route, code: FailureCode, message = ""): Observation {
  const phases: readonly Phase[] = [
    {
      name: route.kind === "direct" ? "tcp" : "proxy-tcp",
      status: "failed",
      ms: 5000,
      failure: { code, message },
    },
  ];
  return {
    id: attemptId(id, routeId(route)),
    target: id,
    route,
    outcome: "failed",
    answeredBy: "unknown",
    phases,
  };
}

export function decision(
  component: ComponentId,
  id: TargetId,
  route: RoutingDecision["route"],
  because: RoutingDecision["because"] = [],
): RoutingDecision {
  return { component, client: component === "nomad-agent" ? "none" : "curl", target: id, route, because };
}

export function component(id: ComponentId, needs: readonly string[]): Component {
  return { id, client: "curl", reads: [{ from: "environment" }], needs, restart: [] };
}

const NOTHING: Report = {
  schemaVersion: 1,
  tool: { name: "proxy-doctor", version: "0.1.0" },
  judges: "traffic",
  startedAt: "2026-11-24T03:00:00.000Z",
  durationMs: 5120,
  installation: {
    role: "services",
    egress: "standard",
    region: "us-east-1",
    onEc2: "yes",
    addresses: ["10.0.1.238"],
    programs: {},
    init: "systemd",
    found: {},
    services: "10.0.1.238",
  },
  settings: [],
  fileFaults: [],
  files: [],
  unreadable: [],
  processes: [],
  trustStores: [],
  trust: [],
  components: [],
  targets: [],
  observations: [],
  decisions: [],
  findings: [],
  fixes: [],
  summary: { errors: 0, warnings: 0, infos: 0, unknown: 0, right: 0, unserved: 0 },
  egress: [],
  toolErrors: [],
};

/** A report of a Services machine at 10.0.1.238, with the given parts. */
export function report(parts: Partial<Report>): Report {
  return { ...NOTHING, ...parts };
}

export { DIRECT };
