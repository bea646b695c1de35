import { execFile, spawn } from "node:child_process";
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

/** How a program ended: by itself, or because its time was up. */
export type Ending = "ended" | "stopped";

/** Nothing of the folder that this was started in is to be read, no module and no configuration. */
const NOWHERE = "/";

/** What every program has from the person who runs it: where programs and their configuration lie, and the language. */
function personal(): Readonly<Record<string, string>> {
  const names = ["PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The program's version; `undefined` where it is not installed. */
export function versionOf({ version, settings }: Program): Promise<string | undefined> {
  const [file, ...args] = version.command;
  const options = { cwd: NOWHERE, env: { ...personal(), ...settings }, timeout: MOST_MS } as const;
  return new Promise((resolve) => {
    execFile(file, args, { ...options, killSignal: "SIGKILL" }, (_, stdout, stderr) =>
      resolve(version.pattern.exec(`${stdout}${stderr}`)?.[1]),
    );
  });
}

/** Runs a command with these settings to its end, or for two seconds; what it prints is thrown away. */
export function runBounded(
  [file, ...args]: Command,
  environment: Environment,
  settings: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const given = environment.filter(({ onCommandLine }) => onCommandLine === undefined);
  const env = {
    ...Object.fromEntries(given.map(({ name, value }) => [name, value])),
    ...personal(),
    ...settings,
  };
  return new Promise((resolve) => {
    // A group of its own, so that what the program has started ends with it.
    const child = spawn(file, args, { cwd: NOWHERE, env, stdio: "ignore", detached: true });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      resolve("stopped");
    }, MOST_MS);
    const end = () => {
      clearTimeout(timer);
      resolve("ended");
    };
    child.on("error", end).on("exit", end);
  });
}
