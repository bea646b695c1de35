import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { Report } from "../../src/model/report.ts";
import type { Setting } from "../../src/model/setting.ts";
import { changesBetween } from "../../src/watch/changes-between.ts";
import { knownFrom } from "../../src/watch/known.ts";
import { answer, DIRECT, decision, failure, PROXY, report, through } from "../render/build.ts";
import { misroutedMetadata } from "../render/reports.ts";

const changes = (before: Partial<Report>, after: Partial<Report>) =>
  changesBetween(knownFrom(report(before)), knownFrom(report(after)));

function setting(value: string, line = 4, path = "/etc/environment"): Setting {
  const source = { kind: "file", path, line, loader: "pam-env" } as const;
  return { name: "no_proxy", value, exported: true, source };
}

describe("nothing is told", () => {
  test("of two reports that differ in times alone", () => {
    expect(
      changes(
        { observations: [answer("s3/global", DIRECT, 20)] },
        { startedAt: "2026-11-24T04:00:00.000Z", observations: [answer("s3/global", DIRECT, 900)] },
      ),
    ).toEqual([]);
  });

  test("of a setting that only moved to another line", () => {
    expect(changes({ settings: [setting("a", 4)] }, { settings: [setting("a", 9)] })).toEqual([]);
  });

  test("of routes that only one of the checks had", () => {
    const both = [answer("s3/global", DIRECT, 20), failure("s3/global", through(PROXY), "refused")];
    expect(changes({ observations: both.slice(0, 1) }, { observations: both })).toEqual([]);
    expect(changes({ observations: both }, { observations: both.slice(0, 1) })).toEqual([]);
  });
});

describe("a finding", () => {
  const { findings } = misroutedMetadata;
  const kinds = (before: readonly Finding[], after: readonly Finding[]) =>
    changes({ findings: before }, { findings: after }).map((change) =>
      "finding" in change ? `${change.kind} ${change.finding.code}` : change.kind,
    );

  test("comes and goes, what follows from it with it", () => {
    const roots = findings.filter(({ causedBy }) => causedBy.length === 0);
    expect(roots.length).toBeLessThan(findings.length);
    expect(kinds([], findings)).toEqual(roots.map(({ code }) => `finding-came ${code}`));
    expect(kinds(findings, [])).toEqual(roots.map(({ code }) => `finding-went ${code}`));
  });

  test("that weighs less is the same one", () => {
    const lighter = findings.map((finding) => ({ ...finding, severity: "info" as const }));
    expect(new Set(kinds(findings, lighter))).toEqual(
      new Set(["finding-weighs misrouted-to-proxy", "finding-weighs avoidable-proxying"]),
    );
  });
});

test("an edited setting is told with what it was and is, a new and a deleted one too", () => {
  const edited = { name: "no_proxy", place: "/etc/environment", kind: "setting" };
  expect(changes({ settings: [setting("a")] }, { settings: [setting("a,b")] })).toEqual([
    { ...edited, before: ["a"], after: ["a,b"] },
  ]);
  expect(changes({}, { settings: [setting("a")] })).toEqual([{ ...edited, before: [], after: ["a"] }]);
  expect(changes({ settings: [setting("a")] }, {})).toEqual([{ ...edited, before: ["a"], after: [] }]);
});

test("components that change from one way to another alike are told together", () => {
  const ways = (route: typeof DIRECT) => [
    decision("replicated", "s3/global", route),
    decision("replicated", "s3/bucket", route),
    decision("docker-daemon", "s3/global", route),
  ];
  const other = decision("apt", "package-mirrors/ubuntu", DIRECT);
  expect(
    changes({ decisions: [...ways(DIRECT), other] }, { decisions: [...ways(through(PROXY)), other] }),
  ).toEqual([
    {
      kind: "way",
      components: ["replicated", "docker-daemon"],
      targets: ["s3/global", "s3/bucket"],
      before: DIRECT,
      after: through(PROXY),
    },
  ]);
});

test("what a route shows is told where it is another answer or another failure", () => {
  const showing = (by: "target" | "someone-else") => ({ kind: "answered", by });
  const now = [
    failure("s3/global", DIRECT, "refused"),
    failure("s3/bucket", DIRECT, "refused"),
    answer("ec2-api/sts", DIRECT, 20, "someone-else"),
    failure("ec2-api/sqs", DIRECT, "timed-out"),
  ];
  const before = [
    answer("s3/global", DIRECT, 20),
    answer("s3/bucket", DIRECT, 20),
    answer("ec2-api/sts", DIRECT, 20),
    failure("ec2-api/sqs", DIRECT, "timed-out"),
  ];
  const common = { kind: "showing", route: "direct", before: showing("target") };
  expect(changes({ observations: before }, { observations: now })).toEqual([
    { ...common, targets: ["s3/global", "s3/bucket"], after: { kind: "failed", code: "refused" } },
    { ...common, targets: ["ec2-api/sts"], after: showing("someone-else") },
  ]);
});

describe("a check that ended early", () => {
  const whole = knownFrom(
    report({ observations: [answer("s3/global", DIRECT, 20)], findings: misroutedMetadata.findings }),
  );
  const early = report({ observations: [failure("s3/global", DIRECT, "cancelled")], stopped: "deadline" });

  test("takes nothing back", () => {
    expect(changesBetween(whole, knownFrom(early, whole))).toEqual([]);
  });

  test("hides nothing from the next one, which sees what changed meanwhile", () => {
    const later = knownFrom(report({ observations: [failure("s3/global", DIRECT, "refused")] }));
    const told = changesBetween(knownFrom(early, whole), later);
    expect(told.map(({ kind }) => kind)).toEqual(["finding-went", "finding-went", "showing"]);
  });
});
