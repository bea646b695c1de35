import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Where bash is; empty where there is none. */
export const BASH = spawnSync("bash", ["-c", 'echo "$BASH"'], { encoding: "utf8" }).stdout?.trim() ?? "";

/** Variables by name, as bash holds them after sourcing a text; `undefined` where bash itself ends, as at an error within `>(…)`. */
type Reader = (text: string) => Readonly<Record<string, string>> | undefined;

/**
 * A reader of what the real bash holds after sourcing a text: the named variables that are set. No program can be
 * found, and files are made only in a directory that goes when the tests are done.
 */
export function bashReader(names: readonly string[]): Reader {
  return readerThatPrints(names.map(printed));
}

/** As `bashReader`, of the variables that bash would hand to a program it starts. */
export function bashExportReader(names: readonly string[]): Reader {
  const exported = (name: string) =>
    `case "$(export -p)" in *"declare -x ${name}="*) ${printed(name)};; esac`;
  return readerThatPrints(names.map(exported));
}

/** What bash has to say of a text's syntax, nothing of which it runs; empty where it can be read to its end. */
export function bashComplaint(text: string): string {
  return spawnSync(BASH, ["-n"], { input: text, encoding: "utf8", env: {} }).stderr;
}

function printed(name: string): string {
  return `printf '%s\\0' ${name}="\${${name}-}"`;
}

function readerThatPrints(prints: readonly string[]): Reader {
  const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-bash-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  const file = join(directory, "settings");
  return (text) => {
    writeFileSync(file, text);
    const script = `. "$1" >/dev/null 2>&1; ${prints.join("; ")}; true`;
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
