import { expect, test } from "vitest";
import { runCli } from "../rig/run-cli.ts";

test("explain shows a finding's page, wrapped and without the marks of Markdown", async () => {
  const { code, stdout } = await runCli(["explain", "proxy-auth-required"], { COLUMNS: "80" });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^proxy-auth-required\n\nSeverity: error/);
  expect(stdout).toContain("When it is a false alarm");
  expect(stdout).not.toMatch(/[`|]|\]\(/);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("explain alone lists all codes", async () => {
  const { stdout } = await runCli(["explain"]);
  expect(stdout.split("\n")).toEqual(
    expect.arrayContaining(["block-page", "clock-skew", "misrouted-to-proxy"]),
  );
});

test.each([
  ["proxy-auth", "did you mean"],
  ["nonsense", "explain lists all codes"],
])("a code that is none: %s", async (asked, words) => {
  const { code, stderr } = await runCli(["explain", asked]);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
