import { resolve } from "node:path";
import { programCommand } from "../parts/program.js";
import { findProgram } from "../tunnel/programs.ts";
import type { EnvironmentOptions } from "./given-environment.ts";

/** How this program is started as ssh's `ProxyCommand`, to read the same settings as now. */
export async function ownProxyCommand({
  root,
  envFile,
  environment,
}: EnvironmentOptions & { readonly root?: string | undefined }): Promise<readonly string[]> {
  const name = "proxy-doctor";
  const isInstalled = (await findProgram(name)) !== undefined;
  const words = [
    "proxy-command",
    ...(root === undefined ? [] : ["--root", resolve(root)]),
    ...(envFile === undefined ? [] : ["--env-file", resolve(envFile)]),
    ...(environment ? [] : ["--no-environment"]),
  ];
  return isInstalled ? [name, ...words] : programCommand(words);
}
