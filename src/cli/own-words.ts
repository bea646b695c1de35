import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram } from "../tunnel/programs.ts";
import type { EnvironmentOptions } from "./given-environment.ts";

/** Beside the built program. */
const PROGRAM = new URL("../bin/proxy-doctor.js", import.meta.url);

/** How this program is started as ssh's `ProxyCommand`, to read the same settings as now. */
export async function ownProxyCommand({
  root,
  envFile,
  environment,
}: EnvironmentOptions & { readonly root?: string | undefined }): Promise<readonly string[]> {
  const name = "proxy-doctor";
  const isInstalled = (await findProgram(name)) !== undefined;
  return [
    isInstalled ? name : fileURLToPath(PROGRAM),
    "proxy-command",
    ...(root === undefined ? [] : ["--root", resolve(root)]),
    ...(envFile === undefined ? [] : ["--env-file", resolve(envFile)]),
    ...(environment ? [] : ["--no-environment"]),
  ];
}
