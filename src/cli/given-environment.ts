import { parseEnvironmentFile } from "../discover/env-file.ts";

/** The options by which a person says whose environment is meant. */
export type EnvironmentOptions = { readonly environment: boolean; readonly envFile?: string | undefined };

/**
 * The environment that is to be judged by: a file's, this process's own, or none. A pipe is waited for until
 * `signal` aborts.
 */
export async function givenEnvironment(
  { envFile, environment }: EnvironmentOptions,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  if (envFile !== undefined) {
    const { readNamed } = await import("./named-file.ts");
    return parseEnvironmentFile(await readNamed("--env-file", envFile, signal));
  }
  if (!environment) return {};
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(defined);
}
