import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/render/formats.ts";
import { startingProgram } from "../rig/program.ts";

const { scratch, run } = startingProgram();
const root = fileURLToPath(new URL("../scenarios/page-pasted-into-customizations/root", import.meta.url));
const NAMES = ["--services", "10.0.1.238", "--ghe", "ghe.example.com", "--bucket", "our-bucket"];
const LINT = ["lint", "--root", root, "--role", "services", ...NAMES];
/** All that names this installation, the folder that it was read from too. */
const TELLING = /10\.0\.(?:1\.238|0\.33)|ghe\.example|our-bucket|page-pasted/;

describe("--share", () => {
  test.each(FORMATS)("leaves the exit status, and no name in %s", async (format) => {
    const own = await run([...LINT, "--format", format]);
    const shared = await run([...LINT, "--format", format, "--share"]);
    expect(own.stdout).toMatch(TELLING);
    expect(shared.stdout.split("\n").filter((line) => TELLING.test(line))).toEqual([]);
    expect({ code: shared.code, stderr: shared.stderr }).toEqual({ code: own.code, stderr: own.stderr });
  });

  test("shares a report that was saved, which names other names each time", async () => {
    const saved = join(scratch, "report.json");
    await run([...LINT, "--format", "json", "--output", saved]);
    const once = await run(["replay", saved, "--share", "--format", "json"]);
    const again = await run(["replay", saved, "--share", "--format", "json"]);
    const ghe = [once, again].map(({ stdout }): string => JSON.parse(stdout).installation.ghe);
    for (const name of ghe) expect(name).toMatch(/^[a-z]{6}\.[a-z]{6}\.com$/);
    expect(ghe[0]).not.toBe(ghe[1]);
    expect(JSON.parse(once.stdout).shared).toBe(true);
  });

  test("has no names in the command that it prints to be typed", async () => {
    const { stdout } = await run([...LINT, "--share"]);
    const [, typed = ""] = /^Type: {2}([\s\S]*?)\n\n/m.exec(stdout) ?? [];
    expect(typed).toContain("proxy-doctor");
    expect(typed).not.toMatch(/--services|--ghe|--bucket|--root (?!DIR$)/m);
  });
});
