import { expect, test } from "vitest";
import { judgedScenario } from "../scenarios/scenario.ts";

test.each([
  ["aws-times-out-both-ways", "error"],
  ["aws-times-out-and-no-machine-executors", "warning"],
])("what breaks decides what it weighs: %s is an %s", async (name, severity) => {
  const { judgement } = await judgedScenario(name);
  const finding = judgement.findings.find(({ code }) => code === "target-timing-out");
  expect(finding?.severity).toBe(severity);
});
