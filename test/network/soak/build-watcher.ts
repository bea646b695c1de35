import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundlePrograms } from "../../rig/bundle.js";

declare module "vitest" {
  export interface ProvidedContext {
    watcher: string;
  }
}

let folder: string | undefined;

/** Bundles, as the build does, the program that watches, with the processes that it starts. */
export async function setup({ provide }: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "watcher-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await bundlePrograms(["test/network/soak/watcher.ts"], folder);
  provide("watcher", join(folder, "watcher.js"));
}

/** Takes it away. */
export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
