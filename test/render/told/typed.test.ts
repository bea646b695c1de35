import { expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import type { Fix, FixVerdict } from "../../../src/model/fix.ts";
import { noteLines } from "../../../src/render/terminal/notes.ts";
import { painter } from "../../../src/render/terminal/style.ts";
import { commandsFor } from "../../../src/render/told/command.ts";
import { fixNotes } from "../../../src/render/told/fixes.ts";
import { typedLines } from "../../../src/render/told/typed.ts";
import { deadProxy } from "../reports.ts";

const LONG = `localhost,${"s3.us-east-1.amazonaws.com,".repeat(5)}169.254.169.254`;
const [finding] = deadProxy.findings as readonly [Finding];

function exporting(name: string, value: string, verdict: FixVerdict = "verified"): Fix {
  const patch = [{ file: "environment", op: "set", name, value }] as const;
  return {
    id: `${name}=${value}`,
    findings: [finding.id],
    components: [],
    patch,
    diff: "",
    restart: [],
    verdict,
  };
}

const FIXES = [
  exporting("no_proxy", "a"),
  exporting("http_proxy", "p"),
  exporting("no_proxy", "a,b"),
  exporting("no_proxy", "a,b,c", "unmeasured"),
];

test("a line to type has all that verified changes make of its variable, whichever it stands beneath", () => {
  expect(FIXES.map((fix) => typedLines(fix, FIXES))).toEqual([
    ["export no_proxy=a,b"],
    ["export http_proxy=p"],
    ["export no_proxy=a,b"],
    ["export no_proxy=a,b,c"],
  ]);
});

test("a secret that is to be filled in is told before the line that it is missing in", () => {
  const fix = exporting("http_proxy", "http://joe:***1@10.0.0.33:3128");
  const told = "# *** stands for a secret: write that in its place";
  expect(typedLines(fix, [fix])).toEqual([told, "export http_proxy='http://joe:***1@10.0.0.33:3128'"]);
  const written = {
    ...fix,
    patch: [{ file: "/etc/environment", op: "unset", name: "x", value: "" }],
  } as const;
  const asked = ["--proxy", "'http://joe:***@10.0.0.33:3128'"];
  expect(commandsFor({ ...deadProxy, fixes: [written] }, finding, asked)[0]).toEqual([told]);
});

test("what is typed next are all verified changes of this shell at once", () => {
  expect(commandsFor({ ...deadProxy, fixes: FIXES }, finding, [])).toEqual([
    ["export no_proxy=a,b"],
    ["export http_proxy=p"],
  ]);
});

test("a line to type is never broken, however long it is", () => {
  const fix = exporting("no_proxy", LONG);
  const lines = noteLines(fixNotes({ fixes: [fix] }, fix, finding), 78, painter({ colour: false }));
  expect(lines).toContain(`type   export no_proxy=${LONG}`);
});
