import { describe, expect, test } from "vitest";
import type { Circumstances, Judgement } from "../../src/diagnose/judge.ts";
import { complaintsOf, verdictOn } from "../../src/fix/verify.ts";
import type { DecidedRoute, RoutingDecision } from "../../src/model/decision.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Observation } from "../../src/model/observation.ts";
import { DIRECT, type Route } from "../../src/model/route.ts";
import { fakeInstallation } from "../rig/installation.ts";

const PROXIED: Route = { kind: "proxy", proxy: "http://10.0.0.33:3128", mode: "forward" };

const goes = (route: DecidedRoute): RoutingDecision => ({
  component: "shell-commands",
  client: "curl",
  target: "ec2-metadata/identity",
  route,
  because: [],
});
/** A finding that rests on a component's ways to some targets. */
const finding = (
  evidence: readonly string[],
  more: Partial<Pick<Finding, "severity" | "causedBy">> = {},
): Finding => ({
  id: "avoidable-proxying:s3/regional",
  code: "avoidable-proxying",
  severity: "error",
  subject: {},
  args: { hosts: [], targets: [], components: [], proxies: [], reason: "" },
  evidence,
  causedBy: [],
  fixes: [],
  ...more,
});
const judged = (route: DecidedRoute, ...findings: readonly Finding[]): Judgement => ({
  decisions: [goes(route)],
  trust: [],
  findings,
  right: [],
  unknown: [],
  unserved: [],
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

const having = (observations: readonly Observation[]): Circumstances => ({
  installation: fakeInstallation({ role: "services", onEc2: "yes", init: "systemd" }),
  components: [],
  targets: [],
  internal: [],
  processes: [],
  trustStores: [],
  observations,
});

const MINE = "shell-commands>s3/regional";
const OTHER = "docker-daemon>s3/global";
const NEW = "jvm-services>s3/global";
const CLAIMED = [`avoidable-proxying ${MINE}`];

test("a finding complains of each way it rests on or, where it rests on none, of what was seen", () => {
  expect(complaintsOf([finding([MINE, "s3/regional@direct"]), finding(["s3/global@direct"])])).toEqual([
    `avoidable-proxying ${MINE}`,
    "avoidable-proxying s3/global@direct",
  ]);
});

test("a setting that breaks what another one broke is another complaint", () => {
  const malformed = (setting: string): Finding => ({
    ...finding(["shell-commands>s3/regional", "s3/regional@http://http:80", `${setting}@/etc/environment`]),
    id: `proxy-url-malformed:${setting}`,
    code: "proxy-url-malformed",
    subject: { setting: `${setting} (/etc/environment:1)` },
    args: { setting, source: "/etc/environment:1", why: "", components: ["shell-commands"] },
  });
  expect(complaintsOf([malformed("HTTPS_PROXY")])).toEqual([
    "proxy-url-malformed shell-commands>s3/regional",
    "proxy-url-malformed HTTPS_PROXY@/etc/environment",
  ]);
  const [before, after] = [malformed("HTTPS_PROXY"), malformed("https_proxy")].map((each) =>
    judged(DIRECT, each),
  );
  expect(before && after && verdictOn([], before, after, having([]))).toBe("makes-worse");
});

describe("the verdict on a fix", () => {
  const before = judged(PROXIED, finding([MINE, OTHER]));
  const both = having([observed(DIRECT), observed(PROXIED)]);

  test("verified: nothing is left of what it claims, and what was there before may stay", () => {
    expect(verdictOn(CLAIMED, before, judged(DIRECT, finding([OTHER])), both)).toBe("verified");
  });

  test("no effect: what it claims stays", () => {
    expect(verdictOn(CLAIMED, before, judged(PROXIED, finding([MINE])), both)).toBe("no-effect");
  });

  test.each(["error", "warning"] as const)(
    "makes worse: an %s comes, or grows under its old id",
    (severity) => {
      const after = judged(DIRECT, finding([OTHER, NEW], { severity }));
      expect(verdictOn(CLAIMED, before, after, both)).toBe("makes-worse");
    },
  );

  test("makes worse: a new consequence of what was there, too", () => {
    const after = judged(DIRECT, finding([OTHER]), finding([NEW], { causedBy: ["other"] }));
    expect(verdictOn(CLAIMED, before, after, both)).toBe("makes-worse");
  });

  test("makes worse: what was a remark has become an error", () => {
    const remarked = judged(PROXIED, finding([MINE]), finding([OTHER], { severity: "info" }));
    expect(verdictOn(CLAIMED, remarked, judged(DIRECT, finding([OTHER])), both)).toBe("makes-worse");
  });

  test("a remark makes nothing worse", () => {
    const after = judged(DIRECT, finding([NEW], { severity: "info" }));
    expect(verdictOn(CLAIMED, before, after, both)).toBe("verified");
  });

  test("unmeasured: someone is given a setting that it stops at", () => {
    const stops = judged({ kind: "invalid", why: "" }, finding([OTHER]));
    expect(verdictOn(CLAIMED, before, stops, both)).toBe("unmeasured");
    expect(verdictOn([], stops, stops, both)).toBe("verified");
  });

  test("unmeasured: nothing is known of the route it selects", () => {
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
    const unrecognised: Observation = { ...cut, outcome: "ok", phases: [] };
    for (const seen of [[], [cut], [broke], [unrecognised]]) {
      expect(verdictOn(CLAIMED, before, after, having([...seen, observed(PROXIED)]))).toBe("unmeasured");
    }
  });

  test("what is known to do harm is not excused by what is not known", () => {
    expect(verdictOn(CLAIMED, before, judged(DIRECT, finding([NEW])), having([observed(PROXIED)]))).toBe(
      "makes-worse",
    );
  });
});
