import type { TestProject } from "vitest/node";
import type { Drivers } from "./callers.ts";
import { buildDrivers } from "./drivers.ts";
import { whyNoCompany } from "./needs.ts";

declare module "vitest" {
  export interface ProvidedContext {
    drivers: Drivers;
  }
}

let remove: (() => Promise<void>) | undefined;

/** Builds, once for all stories, the programs that call what they are told. */
export async function setup({ provide }: TestProject): Promise<void> {
  if (whyNoCompany() !== undefined) return;
  const { go, classes, ...built } = await buildDrivers();
  remove = built.remove;
  provide("drivers", { go, classes });
}

/** Takes them away. */
export async function teardown(): Promise<void> {
  await remove?.();
}
