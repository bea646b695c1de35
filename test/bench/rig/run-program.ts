import { spawn } from "node:child_process";

/** What a program said, and what it took from its start to its end, in milliseconds. */
export type Run = { readonly ms: number; readonly stdout: string; readonly status: number | null };

/**
 * Runs a program to its end, with an environment of nothing but a PATH: no proxy of this machine's comes between.
 * Not in the way that waits for it: the servers that it talks to live in this process.
 */
export function runProgram(program: string, words: readonly string[], input = ""): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, words, {
      env: { PATH: process.env["PATH"] ?? "" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    let stdout = "";
    let ms = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.once("error", reject);
    child.once("exit", () => {
      ms = performance.now() - begun;
    });
    child.once("close", (status) => resolve({ ms, stdout, status }));
    child.stdin.on("error", () => undefined).end(input);
  });
}
