import { expect, test } from "vitest";
import { RULES } from "../../src/diagnose/rules/index.ts";
import { FINDING_GROUPS } from "../../src/messages/finding-groups.ts";

test("every code stands in one group, once", () => {
  const codes = Object.values(FINDING_GROUPS).flatMap(({ codes: those }) => those);
  expect([...codes].sort()).toEqual(Object.keys(RULES).sort());
});
