import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { printed, runEach, type Subject } from "./subject.ts";

/** `net/http` reads its environment once in a process, so that a process is needed for each case. */
export async function goProgram(folder: string): Promise<Subject> {
  const version = await printed(["go", "version"], /^go version go(\S+)/);
  return runEach("go", version, await goCaller(folder));
}

/** Builds, in a folder, the program that calls a URL; gives the command for one. */
export async function goCaller(
  folder: string,
): Promise<(one: { readonly url: string }) => readonly [string, string]> {
  const program = join(folder, "call");
  const source = fileURLToPath(new URL("./drivers/go/main.go", import.meta.url));
  const env = {
    ...process.env,
    CGO_ENABLED: "0",
    GO111MODULE: "off",
    // Go keeps what it has built below the user's home, where there is one.
    ...(process.env["HOME"] === undefined ? { GOCACHE: join(folder, "cache") } : {}),
    GOPATH: folder,
  };
  await promisify(execFile)("go", ["build", "-o", program, source], { env });
  return ({ url }) => [program, url];
}
