import { readFileSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { roots } from "../src/diagnose/diagnose.ts";
import { judgedScenario, SCENARIOS, scenarioOf } from "./scenarios/scenario.ts";

test("show", async () => {
  for (const name of SCENARIOS) {
    const { judgement, fixes } = await judgedScenario(name);
    const expected = scenarioOf(name).expected;
    const seen = roots(judgement.findings).map((finding) => {
      const verdicts = fixes
        .filter(({ findings }) => findings.includes(finding.id))
        .map(({ verdict }) => verdict);
      const consequences = judgement.findings
        .filter(({ causedBy }) => causedBy.includes(finding.id))
        .map(({ code, subject }) => `${code} ${subject.target}`);
      return {
        code: finding.code,
        subject: finding.subject.target ?? finding.subject.setting ?? finding.subject.component ?? "",
        ...(verdicts.length === 0 ? {} : { fix: verdicts.join(", ") }),
        ...(consequences.length === 0 ? {} : { consequences }),
      };
    });
    if (JSON.stringify(seen) !== JSON.stringify(expected) || judgement.faults.length) {
      const e = expected.map((x) => JSON.stringify(x));
      const s = seen.map((x) => JSON.stringify(x));
      const key = (o: string) => JSON.stringify(Object.entries(JSON.parse(o)).sort());
      const ek = e.map(key),
        sk = s.map(key);
      if ((process.env["ACCEPT"] ?? "").split(" ").includes(name)) {
        const path = `test/scenarios/${name}/scenario.json`;
        writeFileSync(
          path,
          `${JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), expected: seen }, null, 2)}\n`,
        );
      }
      console.log(
        `\n#### ${name} ${judgement.faults.join("|")}\n${e
          .filter((x) => !sk.includes(key(x)))
          .map((x) => `  - ${x}`)
          .join("\n")}\n${s
          .filter((x) => !ek.includes(key(x)))
          .map((x) => `  + ${x}`)
          .join("\n")}`,
      );
    }
  }
}, 60000);
