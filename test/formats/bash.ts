import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Where bash is; empty where there is none. */
export const BASH = spawnSync("bash", ["-c", 'echo "$BASH"'], { encoding: "utf8" }).stdout?.trim() ?? "";

/**
 * A reader of what the real bash holds after sourcing a text: the named variables that are set. No program can be
 * found, and files are made only in a directory that goes when the tests are done. `undefined` where bash itself
 * ends, as at an error within `>(…)`.
 */
export function bashReader(
  names: readonly string[],
): (text: string) => Readonly<Record<string, string>> | undefined {
  const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-bash-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  const file = join(directory, "settings");
  const print = names.map((name) => `printf '%s\\0' ${name}="\${${name}-}"`).join("; ");
  return (text) => {
    writeFileSync(file, text);
    const script = `. "$1" >/dev/null 2>&1; ${print}`;
    const { status, stdout } = spawnSync(BASH, ["--norc", "--noprofile", "-c", script, "bash", file], {
      cwd: directory,
      env: { PATH: "/nonexistent" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (status !== 0) return undefined;
    const entries = stdout.split("\0").filter((entry) => /=./s.test(entry));
    return Object.fromEntries(entries.map((entry) => entry.split(/=([\s\S]*)/, 2)));
  };
}
