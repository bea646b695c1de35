import { describe, expect, test } from "vitest";
import type { Judgement } from "../../src/diagnose/judge.ts";
import { verdictOn } from "../../src/fix/verify.ts";
import type { RoutingDecision } from "../../src/model/decision.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Observation } from "../../src/model/observation.ts";
import { DIRECT, type Route } from "../../src/model/route.ts";

const PROXIED: Route = { kind: "proxy", proxy: "http://10.0.0.33:3128", mode: "forward" };

const goes = (route: Route): RoutingDecision => ({
  component: "shell-commands",
  client: "curl",
  target: "ec2-metadata/identity",
  route,
  because: [],
});
const finding = (id: string, more: Partial<Pick<Finding, "severity" | "causedBy">> = {}): Finding => ({
  id,
  code: "avoidable-proxying",
  severity: "error",
  subject: {},
  args: { hosts: [], targets: [], components: [], proxies: [], reason: "" },
  evidence: [],
  causedBy: [],
  fixes: [],
  ...more,
});
const judged = (route: Route, ...findings: readonly Finding[]): Judgement => ({
  decisions: [goes(route)],
  findings,
  unknown: [],
  faults: [],
});
const observed = (route: Route): Observation => ({
  id: `ec2-metadata/identity@${route.kind === "direct" ? "direct" : route.proxy}`,
  target: "ec2-metadata/identity",
  route,
  outcome: "ok",
  answeredBy: "target",
  phases: [],
});

describe("the verdict on a fix", () => {
  const before = judged(PROXIED, finding("a"), finding("other"));
  const both = [observed(DIRECT), observed(PROXIED)];

  test("verified: its finding is gone, and what was there before may stay", () => {
    expect(verdictOn(["a"], before, judged(DIRECT, finding("other")), both)).toBe("verified");
  });

  test("no effect: its finding stays", () => {
    expect(verdictOn(["a"], before, judged(PROXIED, finding("a")), both)).toBe("no-effect");
  });

  test.each(["error", "warning"] as const)("makes worse: a new %s comes", (severity) => {
    expect(verdictOn(["a"], before, judged(DIRECT, finding("new", { severity })), both)).toBe("makes-worse");
  });

  test("a remark, or what follows from a finding that was there, makes nothing worse", () => {
    const after = judged(
      DIRECT,
      finding("new", { severity: "info" }),
      finding("newer", { causedBy: ["other"] }),
    );
    expect(verdictOn(["a"], before, after, both)).toBe("verified");
  });

  test("unmeasured: the route it selects was not measured, broke, or was cut off by us", () => {
    const after = judged(DIRECT);
    const cut: Observation = {
      ...observed(DIRECT),
      outcome: "failed",
      answeredBy: "unknown",
      phases: [{ name: "tcp", status: "failed", ms: 1, failure: { code: "cancelled", message: "" } }],
    };
    const broke: Observation = {
      id: cut.id,
      target: cut.target,
      route: DIRECT,
      outcome: "broken",
      error: "",
    };
    for (const seen of [[], [cut], [broke]]) {
      expect(verdictOn(["a"], before, after, [...seen, observed(PROXIED)])).toBe("unmeasured");
    }
  });
});
