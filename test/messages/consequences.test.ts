import { expect, test } from "vitest";
import { wordsForConsequences } from "../../src/messages/consequences.ts";
import { deadProxy, misroutedMetadata } from "../render/reports.ts";

test("what happens to targets is told in one line for all of them", () => {
  const outages = deadProxy.findings.filter(({ code }) => code === "target-unreachable");
  expect(outages).toHaveLength(4);
  expect(wordsForConsequences(outages)).toEqual([
    "4 targets cannot be reached: license-server/api, license-server/get, license-server/registry and license-server/registry-data",
  ]);
});

test("a finding about something else keeps its own sentence", () => {
  const identity = misroutedMetadata.findings.filter(({ code }) => code === "metadata-of-another-machine");
  expect(wordsForConsequences(identity)).toEqual([expect.stringContaining("i-0fedcba9876543210")]);
});
