import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/diagnose/rules/index.ts";
import type { Finding } from "../../src/model/finding.ts";
import { rootsOf } from "../../src/model/finding.ts";
import type { Fix } from "../../src/model/fix.ts";
import { type Expected, judgedScenario, SCENARIOS, scenarioOf } from "./scenario.ts";

describe("scenarios", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    const { judgement, fixes } = await judgedScenario(name);
    expect(judgement.faults).toEqual([]);
    const seen = rootsOf(judgement.findings).map((finding) => expectedOf(finding, judgement.findings, fixes));
    expect(seen).toEqual(scenarioOf(name).expected);
  });

  test("every rule has a scenario in which it speaks", () => {
    const spoken = SCENARIOS.flatMap((name) =>
      scenarioOf(name).expected.flatMap(({ code, consequences = [] }) => [
        code,
        ...consequences.map((each) => each.split(" ")[0]),
      ]),
    );
    expect(Object.keys(RULES).filter((code) => !spoken.includes(code))).toEqual([]);
  });

  test("every rule has a page", () => {
    const missing = Object.keys(RULES).filter(
      (code) => !existsSync(join(import.meta.dirname, `../../docs/findings/${code}.md`)),
    );
    expect(missing).toEqual([]);
  });
});

function expectedOf(finding: Finding, all: readonly Finding[], fixes: readonly Fix[]): Expected {
  const verdicts = fixes
    .filter(({ findings }) => findings.includes(finding.id))
    .map(({ verdict }) => verdict);
  const consequences = all
    .filter(({ causedBy }) => causedBy.includes(finding.id))
    .map(({ code, subject }) => `${code} ${subject.target}`);
  return {
    code: finding.code,
    subject: finding.subject.target ?? finding.subject.setting ?? finding.subject.component ?? "",
    ...(verdicts.length === 0 ? {} : { fix: verdicts.join(", ") }),
    ...(consequences.length === 0 ? {} : { consequences }),
  };
}
