import { describe, expect, test } from "vitest";
import { renderJson } from "../../src/render/json.ts";
import { readReport } from "../../src/saved/read-report.ts";
import { reportOfScenario, reportOfWorld } from "../scenarios/reports.ts";

const report: Record<string, unknown> = JSON.parse(
  renderJson(await reportOfScenario("page-pasted-into-customizations")),
);
const whyNot = (text: string) => {
  const reading = readReport(text);
  return reading.kind === "refused" ? reading.why : "it is one";
};
const { observations } = await reportOfWorld("misrouted-metadata");
const measured = observations.find(({ route }) => route.kind === "proxy");
const through = { kind: "proxy", mode: "tunnel" };
const changed = (fields: object) => JSON.stringify({ ...report, ...fields });

describe("a report is refused in one line", () => {
  test.each([
    ["", "is empty"],
    ["{", "breaks off at line 1, column 2"],
    ['{\n  "a": 1,\n}', "is no JSON at line 3, column 1"],
    ["[]", "is no report of proxy-doctor: it names no schemaVersion"],
    ['{"tool": {}}', "is no report of proxy-doctor: it names no schemaVersion"],
    ['{"a": '.repeat(40), "holds more than a report can at line 1, column 193"],
    [`[${"1,".repeat(4_000_001)}1]`, "holds more than a report can at line 1, column 8000003"],
    [changed({ schemaVersion: "1" }), 'schemaVersion: "1" is not the number of a version'],
    [
      changed({ schemaVersion: 2, tool: { version: "0.9.0" } }),
      "has schemaVersion 2, and 1 is the newest that can be read here; read it with the proxy-doctor 0.9.0 that wrote it",
    ],
    [changed({ durationMs: "12" }), 'durationMs: "12" is not a number'],
    [
      changed({ startedAt: "yesterday" }),
      'startedAt: "yesterday" is not a time such as 2019-10-01T12:00:00.000Z',
    ],
    [
      changed({ observations: [{ ...measured, route: { ...through, proxy: "http://10.0.0.33:3128x" } }] }),
      'observations[0].route.proxy: "http://10.0.0.33:3128x" is not a proxy such as http://10.0.0.33:3128',
    ],
    [
      changed({ targets: [{ ...Object(report["targets"])[0], url: "http://[" }] }),
      'targets[0].url: "http://[" is not a URL',
    ],
  ])("%.40s", (text, why) => {
    expect(whyNot(text)).toBe(why);
  });
});

test("a byte order mark before it is passed over", () => {
  expect(whyNot(`\uFEFF${changed({})}`)).toBe("it is one");
});

test("a report from before a field was added is read; its files are named, without their texts", () => {
  const { judges: _, files: __, egress: ___, ...older } = report;
  const reading = readReport(JSON.stringify(older));
  if (reading.kind === "refused") throw new Error(reading.why);
  const { judges, egress, files } = reading.report;
  expect({ judges, egress }).toEqual({ judges: "traffic", egress: [] });
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ text }) => text !== undefined)).toEqual([]);
});
