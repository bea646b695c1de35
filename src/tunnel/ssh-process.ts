import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
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
  const members = isInteractive ? familyOf(child) : groupOf(child);
  const atExit = () => send("SIGKILL", members());
  process.once("exit", atExit);
  const finish = () => end(members, ended).finally(() => process.off("exit", atExit));
  return { ended, lastWords: () => [...said], end: finish };
}

/** `close` comes when the last words have been read, which somebody else may hold open for ever; `exit` when it is gone. */
function endOf(child: ChildProcess): Promise<SshEnd> {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ kind: "not-started", why: message }));
    child.once("exit", async (status, signal) => {
      await Promise.race([new Promise((closed) => child.once("close", closed)), pause(LAST_WORDS_MS)]);
      // Whoever holds it open besides would hold this process.
      child.stderr?.destroy();
      resolve(signal === null ? { kind: "exited", status: status ?? 0 } : { kind: "killed", signal });
    });
  });
}

const LAST_WORDS_MS = 300;

/** To whom a signal goes, as kill(2) numbers them. */
type Members = () => readonly number[];

/** All of the group that ssh leads, whoever has left it meanwhile. */
function groupOf({ pid }: ChildProcess): Members {
  return () => (pid === undefined ? [] : [-pid]);
}

/** ssh, as long as it has not ended, and what it has started, to get through a proxy or a bastion; where /proc tells. */
function familyOf(child: ChildProcess): Members {
  const known = new Set<number>();
  return () => {
    const { pid, exitCode, signalCode } = child;
    if (pid === undefined) return [];
    const isThere = exitCode === null && signalCode === null;
    if (isThere) for (const each of startedBy(pid)) known.add(each);
    return [...(isThere ? [pid] : []), ...known];
  };
}

function startedBy(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    const children = text.split(" ").filter(Boolean).map(Number);
    return children.flatMap((each) => [each, ...startedBy(each)]);
  } catch {
    return [];
  }
}

async function end(members: Members, ended: Promise<SshEnd>): Promise<void> {
  send("SIGTERM", members());
  const timer = setTimeout(() => send("SIGKILL", members()), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
  // What ssh had started to get through a proxy may outlive it.
  send("SIGKILL", members());
}

function send(signal: NodeJS.Signals, members: readonly number[]): void {
  for (const each of members) {
    try {
      process.kill(each, signal);
    } catch {
      // It has gone by itself.
    }
  }
}
