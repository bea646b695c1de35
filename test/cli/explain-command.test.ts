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

test("explain alone lists all codes by what they are about, with the first sentence of their pages", async () => {
  const { stdout } = await runCli(["explain"], { COLUMNS: "120" });
  const titles = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(titles.map((title) => title.split(":")[0])).toEqual(["Routes", "Proxy", "Settings"]);
  expect(stdout).toMatch(/^ {2}proxy-auth-required +The proxy answers 407: it wants a login\.$/m);
  expect(stdout).toMatch(/^ {2}jvm-bypass-separator +The entries of -Dhttp\.nonProxyHosts are parted/m);
});

test("explain takes several codes, and findings by their ids", async () => {
  const { code, stdout } = await runCli([
    "explain",
    "clock-skew",
    "misrouted-to-proxy:ec2-metadata/identity",
    "clock-skew",
  ]);
  expect(code).toBe(0);
  const titles = stdout.match(/^(clock-skew|misrouted-to-proxy)$/gm);
  expect(titles).toEqual(["clock-skew", "misrouted-to-proxy"]);
});

test.each([
  ["proxy-auth", "did you mean"],
  ["nonsense", "explain lists all codes"],
  ["clock-screw:direct", "did you mean clock-skew?"],
])("a code that is none: %s", async (asked, words) => {
  const { code, stderr } = await runCli(["explain", asked]);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
