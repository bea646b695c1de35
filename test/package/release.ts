import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `npm run package` leaves its files. */
export const RELEASE = fileURLToPath(new URL("../../release/", import.meta.url));

/** A file of the release. */
export function released(name: string): string {
  const file = join(RELEASE, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run package`);
  return file;
}

/** What a command said, and its exit status. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Where a command runs, and with which variables besides a PATH. */
export type Place = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };

/** Runs a command to its end. */
export function run(program: string, words: readonly string[], { cwd, env }: Place = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = {
      env: { PATH: process.env["PATH"] ?? "", ...env },
      maxBuffer: 64 * 1024 * 1024,
      ...(cwd !== undefined && { cwd }),
    };
    execFile(program, words, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
