import { expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import type { Report } from "../../../src/model/report.ts";
import { judgeOfDecisions } from "../../../src/render/told/decided.ts";
import { answer, DIRECT, decision, failure, PROXY, report, target, through } from "../build.ts";
import { misroutedMetadata } from "../reports.ts";

const api = target("license-server/api", "https://api.replicated.com/", "either");
const goes = decision("replicated", api.id, through(PROXY));
const [sample] = misroutedMetadata.findings;

function told(parts: Partial<Report>, route = goes.route): readonly [string, string, string | undefined] {
  const shown = report({ targets: [api], decisions: [{ ...goes, route }], ...parts });
  const { piece, finding } = judgeOfDecisions(
    shown,
    new Map([[PROXY, "10.0.0.33:3128"]]),
  )({ ...goes, route });
  return [piece.tone, piece.text.replaceAll("\u00a0", " "), finding?.severity];
}

function against(severity: Finding["severity"]): readonly Finding[] {
  return sample === undefined ? [] : [{ ...sample, severity, evidence: ["replicated>license-server/api"] }];
}

const works = { observations: [answer(api.id, through(PROXY), 20)] };

test("a way is right where it serves and nothing is said against it", () => {
  expect(told(works)).toEqual(["good", "✓ proxy", undefined]);
  expect(told({ ...works, findings: against("info") })).toEqual(["good", "✓ proxy", "info"]);
});

test("a way that serves may be the wrong one all the same, or a worse one", () => {
  expect(told({ ...works, findings: against("error") })).toEqual(["bad", "✗ proxy", "error"]);
  expect(told({ ...works, findings: against("warning") })).toEqual(["warn", "! proxy", "warning"]);
  expect(told({ ...works, findings: [...against("warning"), ...against("error")] })[2]).toBe("error");
});

test("a way that does not serve is not right, and says why", () => {
  const observations = [failure(api.id, through(PROXY), "refused")];
  expect(told({ observations })).toEqual(["bad", "✗ proxy: refused", undefined]);
  expect(told({ observations, findings: against("warning") })[1]).toBe("✗ proxy: refused");
});

test("of a way that was not measured nobody says that it is right", () => {
  expect(told({ observations: [] })).toEqual(["plain", "? proxy: not measured", undefined]);
  expect(told({ ...works, judges: "settings" }, DIRECT)).toEqual(["plain", "direct", undefined]);
});

test("a setting that cannot be used is wrong", () => {
  expect(told(works, { kind: "invalid", why: "no port" })).toEqual(["bad", "✗ unusable setting", undefined]);
});
