import { expect, test } from "vitest";
import { REPORT_PARTS } from "../../src/fleet/report-parts.ts";
import { renderJson } from "../../src/render/json.ts";
import { partsReader } from "../../src/saved/read-parts.ts";
import { readReport } from "../../src/saved/read-report.ts";
import { full } from "../render/html/full-report.ts";
import { healthy } from "../render/reports.ts";

const text = renderJson(full);
const read = partsReader(REPORT_PARTS);

function partsOf(json: string): unknown {
  const saved = read(json);
  if (saved.kind === "refused") throw new Error(saved.why);
  return saved.parts;
}

test("gives of a report the fields that are wanted, as the whole has them, and no others", () => {
  const some = partsReader({ tool: { version: "whole" }, settings: { name: "whole" }, findings: "whole" });
  const saved = some(text);
  expect(saved).toEqual({
    kind: "parts",
    parts: {
      tool: { version: full.tool.version },
      settings: full.settings.map(({ name }) => ({ name })),
      findings: full.findings,
    },
  });
});

test("every field that a fleet asks for is there, of whichever kind a thing is", () => {
  const parts = partsOf(text) as { readonly [field: string]: readonly object[] };
  for (const list of ["targets", "observations", "decisions", "settings"]) {
    expect(parts[list]).toHaveLength((full as unknown as Record<string, unknown[]>)[list]?.length ?? -1);
  }
  expect(parts["targets"]).toContainEqual(
    expect.objectContaining({ id: expect.any(String), unconfigured: expect.any(String) }),
  );
});

test.each([
  ["an earlier report, which lacks fields", text.replace(/"judges": "traffic",\s*/, "")],
  ["a byte order mark", `\ufeff${text}`],
])("reads %s", (_, json) => {
  expect(partsOf(json)).toEqual(partsOf(text));
});

test.each([
  ["role", text.replace('"role": "services"', '"role": "king"')],
  [
    "a finding's code",
    text.replace(/"code": "[a-z-]+",\n {6}"severity"/, '"code": "no-such",\n      "severity"'),
  ],
  ["a torn text", text.slice(0, 3000)],
  ["no object", "7"],
  ["a later version", '{"schemaVersion": 2}'],
])("refuses %s with the words of who reads the whole", (_, json) => {
  const whole = readReport(json);
  expect(whole.kind).toBe("refused");
  expect(read(json)).toEqual(whole);
});

test("what nobody asks for may be anything, at any depth", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(read(renderJson(healthy).replace("{", `{"x": ${deep},`)).kind).toBe("parts");
});

test("a long text holds no more values than a report can", () => {
  const many = `{"schemaVersion": 1, "x": [${"[],".repeat(5_000_000)}[]]}`;
  expect(read(many)).toMatchObject({
    kind: "refused",
    why: expect.stringMatching(/^holds more than a report/),
  });
});
