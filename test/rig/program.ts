import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Program = {
  readonly program: string;
  /** A directory for the files of one test file, gone with its last test. */
  readonly scratch: string;
  /** Runs the built program as a user would, without a terminal and with no settings but those given. */
  readonly run: (
    words: readonly string[],
    during?: (child: ChildProcess) => void,
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Ended>;
};

/** The built program, to be started from one test file. */
export function startingProgram(): Program {
  const program = fileURLToPath(new URL("../../bin/proxy-doctor.js", import.meta.url));
  const scratch = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const run: Program["run"] = (words, during = () => undefined, environment = {}) =>
    new Promise((resolve) => {
      const child = spawn(program, words, { env: { PATH: process.env["PATH"] ?? "", ...environment } });
      const out = { stdout: "", stderr: "" };
      child.stdout.on("data", (chunk) => (out.stdout += chunk));
      child.stderr.on("data", (chunk) => (out.stderr += chunk));
      child.on("close", (code) => resolve({ code, ...out }));
      during(child);
    });
  return { program, scratch, run };
}

/** Words of a check that takes no time: of one target that no machine has without `--bucket`. */
export function quick(root: string): readonly string[] {
  return ["--root", root, "--no-environment", "--only", "s3/bucket", "--role", "services"];
}
