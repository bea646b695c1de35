import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { goCaller } from "../../conformance/go.ts";
import type { Drivers } from "./callers.ts";
import { whyNoCompany } from "./needs.ts";

declare module "vitest" {
  export interface ProvidedContext {
    drivers: Drivers;
  }
}

const SERVICE = fileURLToPath(new URL("./drivers/Service.java", import.meta.url));

let folder: string | undefined;

/** Builds, once for all stories, the programs that call what they are told. */
export async function setup({ provide }: TestProject): Promise<void> {
  if (whyNoCompany() !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), "drivers-"));
  const classes = join(folder, "classes");
  await mkdir(classes);
  await chmod(folder, 0o755);
  const [call] = await Promise.all([
    goCaller(folder),
    promisify(execFile)("javac", ["-d", classes, SERVICE]),
  ]);
  provide("drivers", { go: call({ url: "" })[0], classes });
}

/** Takes them away. */
export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
