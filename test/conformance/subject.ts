import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ClientName } from "../../src/model/client.ts";

/** Settings and a URL: what is put to a program and to its model. */
export type Case = { readonly environment: Readonly<Record<string, string>>; readonly url: string };

/** A real program that can be made to call a URL. */
export type Subject = {
  readonly client: ClientName;
  /** As the program prints it; `undefined` where it is not installed. */
  readonly version: string | undefined;
  /** Makes the program call the URL with these settings, and waits until it has given up or been refused. */
  readonly call: (one: Case) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Command = readonly [string, ...string[]];

/** What every program gets besides the settings of a case. */
const BARE = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", LC_ALL: "C.UTF-8" };

const PATIENCE_MS = 5000;

/** What the pattern's first group finds in what a command prints; `undefined` where it is not installed. */
export function printed([program, ...args]: Command, pattern: RegExp): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: PATIENCE_MS, env: { ...process.env, ...BARE } }, (_, stdout, stderr) =>
      resolve(pattern.exec(`${stdout}${stderr}`)?.[1]),
    );
  });
}

/** A program that is run once for each case. */
export function runEach(
  client: ClientName,
  version: string | undefined,
  commandFor: (one: Case) => Command,
): Subject {
  return {
    client,
    version,
    call: async (one) => {
      const [program, ...args] = commandFor(one);
      const child = spawn(program, args, {
        env: { ...BARE, ...one.environment },
        stdio: "ignore",
        timeout: PATIENCE_MS,
        killSignal: "SIGKILL",
      });
      await once(child, "exit");
    },
    close: async () => undefined,
  };
}

/** A program that is built in a folder of its own, which goes when it is closed. */
export async function inOwnFolder(build: (folder: string) => Promise<Subject>): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  const subject = await build(folder);
  const close = async () => {
    await subject.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...subject, close };
}

/**
 * A program of ours around a real library: it reads a case as a line, of JSON unless `lineFor` makes it another,
 * lets the library call, and prints a line when that is over.
 */
export function keepAsking(
  client: ClientName,
  version: string | undefined,
  command: Command,
  lineFor: (one: Case) => string = JSON.stringify,
): Subject {
  let child: ChildProcess | undefined;
  let answers: AsyncIterator<string> | undefined;
  const start = () => {
    const [program, ...args] = command;
    const begun = spawn(program, args, { env: BARE, stdio: ["pipe", "pipe", "inherit"] });
    child = begun;
    answers = createInterface({ input: begun.stdout })[Symbol.asyncIterator]();
    return begun;
  };
  return {
    client,
    version,
    call: async (one) => {
      const running = child ?? start();
      running.stdin?.write(`${lineFor(one)}\n`);
      const { done } = (await answers?.next()) ?? { done: true };
      if (done) throw new Error(`${command[0]} ended at ${JSON.stringify(one)}`);
    },
    close: async () => {
      child?.kill("SIGKILL");
    },
  };
}
