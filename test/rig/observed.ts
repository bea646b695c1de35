import { type Attempt, attemptId, type Observation } from "../../src/model/observation.ts";
import type { FailureCode, Phase, PhaseName } from "../../src/model/phase.ts";
import { routeId } from "../../src/model/route.ts";

/**
 * What an attempt shall have shown: `works`, `block-page`, `unrecognised`, `unmeasured`, `i-… 10.0.0.33` (an
 * identity document), or `<phase>/<failure code>`.
 */
export type Showing = string;

/** What each route showed; keys are target ids, whole probes (`s3/*`) or `*`; the most exact one counts. */
export type Showings = Readonly<Record<string, Readonly<Record<string, Showing>>>>;

/** Observations as if every attempt had been made and had shown this. */
export function observe(attempts: readonly Attempt[], showings: Showings): readonly Observation[] {
  return attempts.flatMap((attempt) => {
    const shown = showings[routeId(attempt.route)] ?? {};
    const { id } = attempt.target;
    const showing = shown[id] ?? shown[`${id.split("/")[0]}/*`] ?? shown["*"] ?? "unmeasured";
    return showing === "unmeasured" ? [] : [observation(attempt, showing)];
  });
}

function observation({ target, route }: Attempt, showing: Showing): Observation {
  const common = { id: attemptId(target.id, routeId(route)), target: target.id, route };
  const answered = (answeredBy: "target" | "someone-else" | "unknown", phases: readonly Phase[]) =>
    ({ ...common, outcome: "ok", answeredBy, phases }) as const;
  if (showing === "works") return answered("target", isByTunnel(route) ? [TUNNEL] : []);
  if (showing === "unrecognised") return answered("unknown", []);
  if (showing === "block-page") return answered("someone-else", [response({})]);
  const [, instanceId, privateIp] = /^(i-\w+) (\S+)$/.exec(showing) ?? [];
  if (instanceId !== undefined && privateIp !== undefined) {
    return answered("target", [response({ identity: { instanceId, privateIp, region: "us-east-1" } })]);
  }
  const [name = "", code = ""] = showing.split("/");
  const failure = { code: code as FailureCode, message: code };
  const failed = { name: name as PhaseName, status: "failed", ms: 1, failure } as Phase;
  const byProxy = code.startsWith("proxy-");
  return { ...common, outcome: "failed", answeredBy: byProxy ? "proxy" : "unknown", phases: [failed] };
}

const TUNNEL: Phase = { name: "tunnel", status: "ok", ms: 1, facts: { status: 200, headers: {} } };

function isByTunnel(route: Attempt["route"]): boolean {
  return route.kind === "proxy" && route.mode === "tunnel";
}

function response(more: Partial<Extract<Phase, { name: "response"; status: "ok" }>["facts"]>): Phase {
  return { name: "response", status: "ok", ms: 1, facts: { status: 200, headers: {}, body: "", ...more } };
}
