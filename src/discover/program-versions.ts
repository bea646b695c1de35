import { type ProgramName, type ProgramVersions, VERSION_COMMANDS } from "../model/program.ts";

/** A program that takes longer to tell its version is not waited for. */
const MOST_MS = 500;

/** The versions of installed programs, all asked at once; one that is missing, or tells none, has no entry. */
export async function programVersions(names: readonly ProgramName[]): Promise<ProgramVersions> {
  const found = await Promise.all(names.map(async (name) => [name, await versionOf(name)] as const));
  return Object.fromEntries(found.filter(([, version]) => version !== undefined));
}

async function versionOf(name: ProgramName): Promise<string | undefined> {
  const { execFile } = await import("node:child_process");
  const { command, pattern } = VERSION_COMMANDS[name];
  const [file, ...args] = command;
  return new Promise((resolve) => {
    execFile(file, args, { timeout: MOST_MS }, (_, stdout, stderr) => {
      resolve(pattern.exec(`${stdout}${stderr}`)?.[1]);
    });
  });
}
