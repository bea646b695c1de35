import { parseEnvironmentFile } from "../discover/env-file.ts";
import { readNamed } from "./files.ts";

/** The options by which a person says whose environment is meant. */
export type EnvironmentOptions = { readonly environment: boolean; readonly envFile?: string | undefined };

/** The environment that is to be judged by: a file's, this process's own, or none. */
export async function givenEnvironment({
  envFile,
  environment,
}: EnvironmentOptions): Promise<Readonly<Record<string, string>>> {
  if (envFile !== undefined) return parseEnvironmentFile(await readNamed("--env-file", envFile));
  if (!environment) return {};
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(defined);
}
