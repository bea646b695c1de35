import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** How a program ended; `code` is 124 where it was given no more time. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** What a program of a space is given besides its words. */
export type Given = { readonly input?: string; readonly seconds?: number };

/** A machine's network, files, processes and host name, which are nobody else's. */
export type Space = {
  readonly name: string;
  /** The process that keeps it, as it is seen from outside. */
  readonly pid: number;
  /** Runs a program in it, with the environment of this process, to its end. */
  readonly run: (words: readonly string[], given?: Given) => Promise<Ended>;
  /** The same, of a shell's commands that must not fail; gives what they print. */
  readonly must: (commands: string, input?: string) => Promise<string>;
  /** As `must`, in its network alone: with the files and processes of this machine. */
  readonly inNetwork: (commands: string) => Promise<string>;
  /** Starts a program that stays until it is stopped. */
  readonly start: (words: readonly string[], options?: SpawnOptions) => ChildProcess;
  /** Ends it, with all its processes and interfaces. */
  readonly close: () => Promise<void>;
};

/** The first process of a space: it does nothing, and buries those whose parents are gone. */
const KEEPER = 'hostname "$0"; ip link set lo up; echo ready; while :; do sleep 3600; done';
const MOST_SECONDS = 40;

/** Makes a space. It ends with this process too. */
export async function openSpace(name: string): Promise<Space> {
  const spaces = ["--net", "--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const keeper = spawn("unshare", [...spaces, "sh", "-c", KEEPER, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(keeper.stdout, "data");
  const pid = Number(readFileSync(`/proc/${keeper.pid}/task/${keeper.pid}/children`, "utf8").trim());
  const enter = ["--target", String(pid), "--net", "--mount", "--uts", "--ipc", "--pid", "--"];
  const start: Space["start"] = (words, options = {}) => spawn("nsenter", [...enter, ...words], options);
  const run: Space["run"] = (words, { input = "", seconds = MOST_SECONDS } = {}) =>
    ending(start(["timeout", "-k", "1", String(seconds), ...words]), input);
  const printed = async (commands: string, ending: Promise<Ended>) => {
    const { code, stdout, stderr } = await ending;
    if (code !== 0) throw new Error(`${name}: ${commands}\n${stderr}${stdout}`);
    return stdout;
  };
  return {
    name,
    pid,
    start,
    run,
    must: (commands, input) =>
      printed(commands, run(["sh", "-ec", commands], input === undefined ? {} : { input })),
    inNetwork: (commands) =>
      printed(commands, ending(spawn("nsenter", [...enter.slice(0, 3), "--", "sh", "-ec", commands]), "")),
    close: async () => {
      const ended = once(keeper, "exit");
      keeper.kill("SIGKILL");
      await ended;
    },
  };
}

function ending(child: ChildProcess, input: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const out = { stdout: "", stderr: "" };
    child.stdout?.on("data", (chunk) => (out.stdout += chunk));
    child.stderr?.on("data", (chunk) => (out.stderr += chunk));
    child.once("error", reject).once("close", (code) => resolve({ code, ...out }));
    // Who does not read what it is told closes the pipe.
    child.stdin?.on("error", () => undefined).end(input);
  });
}
