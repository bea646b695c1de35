import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import type { Environment } from "../model/client.ts";
import type { Command, VersionCommand } from "../model/program.ts";

/** No program is given longer for one URL. */
const MOST_MS = 2000;

/** How an installed program is made to call a URL. */
export type Program = {
  /** As an administrator knows it. */
  readonly name: string;
  readonly version: VersionCommand;
  readonly command: (url: string, environment: Environment) => Command;
  /** What it needs besides the settings, so that it asks nothing and tries once. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** The program's version; `undefined` where it is not installed. */
export function versionOf({ version, settings }: Program): Promise<string | undefined> {
  const [file, ...args] = version.command;
  return new Promise((resolve) => {
    execFile(file, args, { timeout: MOST_MS, env: { ...process.env, ...settings } }, (_, stdout, stderr) =>
      resolve(version.pattern.exec(`${stdout}${stderr}`)?.[1]),
    );
  });
}

/** Runs a command with these settings to its end, or for two seconds; what it prints is thrown away. */
export async function runBounded(
  [file, ...args]: Command,
  environment: Environment,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const given = environment.filter(({ onCommandLine }) => onCommandLine === undefined);
  const { PATH = "", HOME = "/" } = process.env;
  const env = {
    PATH,
    HOME,
    ...Object.fromEntries(given.map(({ name, value }) => [name, value])),
    ...settings,
  };
  // A group of its own, so that what the program has started ends with it.
  const child = spawn(file, args, { env, stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  const end = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), MOST_MS);
  await Promise.race([once(child, "exit"), once(child, "error")]);
  clearTimeout(end);
}
