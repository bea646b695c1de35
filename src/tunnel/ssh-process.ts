import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { harmless } from "../model/secret-patterns.ts";
import type { SshEnd } from "../model/tunnel.ts";

/** How ssh is started. */
export type SshStart = {
  readonly program: string;
  /** Without the program's own name. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A person at the terminal may be asked for a passphrase, or whether a host is the right one. */
  readonly isInteractive: boolean;
  /** Is told each line that ssh says, safe for a terminal. */
  readonly hear: (line: string) => void;
};

/** An ssh that runs. */
export type Ssh = {
  readonly ended: Promise<SshEnd>;
  /** The last lines that it said. */
  readonly lastWords: () => readonly string[];
  /** Ends it, and whatever it has started; is done when it has gone. */
  readonly end: () => Promise<void>;
};

/** After that many milliseconds an ssh that heeds no request to end is killed. */
const PATIENCE_MS = 2000;
const MOST_LINES = 3;
const LONGEST_LINE = 300;

/** Starts the system's ssh, without a shell. */
export function startSsh({ program, words, environment, isInteractive, hear }: SshStart): Ssh {
  const child = spawn(program, words, {
    // ssh asks at the terminal itself (tty(4)), for which it has to stay in this process's group. Elsewhere it gets
    // one of its own, which ends as a whole.
    stdio: [isInteractive ? "inherit" : "ignore", "ignore", "pipe"],
    detached: !isInteractive,
    env: isInteractive ? environment : { ...environment, SSH_ASKPASS_REQUIRE: "never" },
  });
  const said: string[] = [];
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on("line", (raw) => {
      const line = harmless(raw.slice(0, LONGEST_LINE)).trim();
      if (line === "") return;
      said.push(line);
      if (said.length > MOST_LINES) said.shift();
      hear(line);
    });
  }
  const ended = endOf(child);
  // However this process ends, short of being killed, no ssh is left behind.
  const atExit = () => send("SIGKILL", child, !isInteractive);
  process.once("exit", atExit);
  const finish = () => end(child, ended, !isInteractive).finally(() => process.off("exit", atExit));
  return { ended, lastWords: () => [...said], end: finish };
}

/** `close` comes when the last words have been read, which somebody else may hold open for ever; `exit` when it is gone. */
function endOf(child: ChildProcess): Promise<SshEnd> {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ kind: "not-started", why: message }));
    child.once("exit", async (status, signal) => {
      await Promise.race([new Promise((closed) => child.once("close", closed)), pause(LAST_WORDS_MS)]);
      resolve(signal === null ? { kind: "exited", status: status ?? 0 } : { kind: "killed", signal });
    });
  });
}

const LAST_WORDS_MS = 300;

async function end(child: ChildProcess, ended: Promise<SshEnd>, hasGroup: boolean): Promise<void> {
  send("SIGTERM", child, hasGroup);
  const timer = setTimeout(() => send("SIGKILL", child, hasGroup), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
  // What ssh had started to get through a proxy may outlive it.
  if (hasGroup) send("SIGKILL", child, hasGroup);
}

function send(signal: NodeJS.Signals, child: ChildProcess, hasGroup: boolean): void {
  try {
    if (hasGroup && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has gone by itself.
  }
}
