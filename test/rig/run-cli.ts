import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/proxy-doctor.js", import.meta.url));

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the built program as a user would, without a terminal, with PATH and these variables and no others. */
export function runCli(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  during: (child: ReturnType<typeof spawn>) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { env: { PATH: process.env["PATH"] ?? "", ...environment } });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (out.stdout += chunk));
    child.stderr.on("data", (chunk) => (out.stderr += chunk));
    child.on("close", (code) => resolve({ code, ...out }));
    during(child);
  });
}
