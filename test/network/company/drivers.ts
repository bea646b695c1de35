import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { goCaller } from "../../conformance/go.ts";
import type { Drivers } from "./callers.ts";

const SERVICE = fileURLToPath(new URL("./drivers/Service.java", import.meta.url));

/** Builds, in a folder of their own, the programs that call what they are told; and what takes them away. */
export async function buildDrivers(): Promise<Drivers & { readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "drivers-"));
  const classes = join(folder, "classes");
  await mkdir(classes);
  await chmod(folder, 0o755);
  const [call] = await Promise.all([
    goCaller(folder),
    promisify(execFile)("javac", ["-d", classes, SERVICE]),
  ]);
  return { go: call({ url: "" })[0], classes, remove: () => rm(folder, { recursive: true, force: true }) };
}
