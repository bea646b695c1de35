import { describe, expect, test } from "vitest";
import { allows, availability, best, compare, type RouteState, stateOf } from "../../src/diagnose/compare.ts";
import type { Observation } from "../../src/model/observation.ts";
import type { Policy } from "../../src/model/target.ts";

/**
 * Each block is one policy. Rows: the way a component goes and what direct did; columns: what the proxy did,
 * works / fails / unknown.
 */
const GRID: Readonly<Record<Policy, string>> = {
  "must-direct": `
    direct works    right               right               right
    direct fails    down                down                down
    direct unknown  unknown             unknown             unknown
    proxy  works    misrouted-to-proxy  misrouted-to-proxy  misrouted-to-proxy
    proxy  fails    misrouted-to-proxy  misrouted-to-proxy  misrouted-to-proxy
    proxy  unknown  misrouted-to-proxy  misrouted-to-proxy  misrouted-to-proxy`,
  "should-direct": `
    direct works    right               right               right
    direct fails    misrouted-direct    down                unknown
    direct unknown  unknown             unknown             unknown
    proxy  works    avoidable-proxying  misrouted-to-proxy  avoidable-proxying
    proxy  fails    right               down                unknown
    proxy  unknown  right               unknown             unknown`,
  either: `
    direct works    right               right               right
    direct fails    misrouted-direct    down                unknown
    direct unknown  unknown             unknown             unknown
    proxy  works    right               misrouted-to-proxy  unknown
    proxy  fails    right               down                unknown
    proxy  unknown  right               unknown             unknown`,
  "must-proxy": `
    direct works    misrouted-direct    misrouted-direct    misrouted-direct
    direct fails    misrouted-direct    misrouted-direct    misrouted-direct
    direct unknown  misrouted-direct    misrouted-direct    misrouted-direct
    proxy  works    right               down                unknown
    proxy  fails    right               down                unknown
    proxy  unknown  right               down                unknown`,
};

const cells = Object.entries(GRID).flatMap(([policy, grid]) =>
  grid
    .trim()
    .split("\n")
    .flatMap((row) => {
      const [goes = "", direct = "", ...verdicts] = row.trim().split(/\s+/);
      return (["works", "fails", "unknown"] as const).map((proxy, column) => ({
        policy: policy as Policy,
        goes: goes as "direct" | "proxy",
        direct: direct as RouteState,
        proxy,
        verdict: verdicts[column],
      }));
    }),
);

describe("compare", () => {
  test("the grid has every cell", () => expect(cells).toHaveLength(72));

  test.each(cells)("$policy, goes $goes, direct $direct, proxy $proxy: $verdict", (cell) => {
    expect(compare(cell.policy, cell.goes, cell.direct, cell.proxy)).toBe(cell.verdict);
  });

  test.each(["times-out", "foreign"] as const)("%s is a failure like any other", (state) => {
    expect(compare("either", "direct", state, "works")).toBe("misrouted-direct");
    expect(compare("either", "proxy", "works", state)).toBe("misrouted-to-proxy");
  });
});

describe("availability", () => {
  test.each<[readonly RouteState[], string]>([
    [["times-out", "works"], "up"],
    [["unknown", "works"], "up"],
    [["times-out", "times-out"], "timing-out"],
    [["times-out", "fails"], "unreachable"],
    [["foreign"], "unreachable"],
    [["times-out", "unknown"], "unknown"],
    [[], "unknown"],
  ])("%j is %s", (states, expected) => expect(availability(states)).toBe(expected));

  test("policy forbids a route, not a state", () => {
    expect([allows("must-direct", "proxy"), allows("must-proxy", "direct")]).toEqual([false, false]);
    expect([allows("should-direct", "proxy"), allows("either", "direct")]).toEqual([true, true]);
  });
});

describe("stateOf", () => {
  const seen = (more: Partial<Extract<Observation, { outcome: "ok" | "failed" }>>): Observation => ({
    id: "s3/global@direct",
    target: "s3/global",
    route: { kind: "direct" },
    outcome: "ok",
    answeredBy: "target",
    phases: [],
    ...more,
  });
  const failed = (code: "timed-out" | "cancelled" | "refused"): Observation =>
    seen({
      outcome: "failed",
      answeredBy: "unknown",
      phases: [{ name: "tcp", status: "failed", ms: 1, failure: { code, message: "" } }],
    });

  test("only the target's own answer works", () => {
    expect(stateOf(seen({}))).toBe("works");
    expect(stateOf(seen({ answeredBy: "someone-else" }))).toBe("foreign");
    expect(stateOf(seen({ answeredBy: "proxy" }))).toBe("fails");
    expect(stateOf(seen({ answeredBy: "unknown" }))).toBe("unknown");
  });

  test("what we cut off ourselves, or never measured, is unknown", () => {
    expect(stateOf(failed("timed-out"))).toBe("times-out");
    expect(stateOf(failed("refused"))).toBe("fails");
    expect(stateOf(failed("cancelled"))).toBe("unknown");
    expect(stateOf(undefined)).toBe("unknown");
    expect(
      stateOf({ id: "a/b@direct", target: "a/b", route: { kind: "direct" }, outcome: "broken", error: "" }),
    ).toBe("unknown");
  });

  test("the best of several proxies counts", () => {
    expect(best(["fails", "works"])).toBe("works");
    expect(best(["times-out", "unknown"])).toBe("unknown");
    expect(best([])).toBe("fails");
  });
});
