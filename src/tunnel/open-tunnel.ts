import { setTimeout as pause } from "node:timers/promises";
import type { PortSight, SshEnd, TunnelEnd } from "../model/tunnel.ts";
import { awaitConsole, type Wait } from "./await-console.ts";
import { type SshStart, startSsh } from "./ssh-process.ts";

/** By so much ssh may be gone before this process hears what ended it. */
const LAG_MS = 200;

/** A tunnel to open. `words` are as the advice has them, beginning with `ssh`. */
export type Opening = Omit<SshStart, "words"> &
  Omit<Wait, "isUnattended"> & {
    readonly words: readonly string[];
    /** The console has answered through the tunnel. */
    readonly onUp: (sight: PortSight) => void;
  };

/**
 * Opens a tunnel with the real ssh, waits until the console answers through it, and keeps it until `signal` aborts or
 * ssh ends. No ssh is left when this is done.
 */
export async function openTunnel(opening: Opening): Promise<TunnelEnd> {
  const { signal, onUp, isInteractive } = opening;
  const ssh = startSsh({ ...opening, words: openingWords(opening) });
  const gone = new AbortController();
  const how: { end?: SshEnd } = {};
  const ended = ssh.ended.then((end) => {
    how.end = end;
    gone.abort();
  });
  const over = AbortSignal.any([signal, gone.signal]);
  let wasUp = false;
  try {
    const waited = await awaitConsole({ ...opening, isUnattended: !isInteractive, signal: over });
    if (waited.kind === "answers") {
      wasUp = true;
      onUp(waited.sight);
      await aborted(over);
    }
    const told = { wasUp, lastWords: ssh.lastWords() };
    if (waited.kind === "silent") return { ...told, by: "silence", sight: waited.sight };
    // Ctrl-C at a terminal reaches ssh too, which may be gone first: who asked for the end is known by the signal.
    if (isInteractive) await Promise.race([aborted(signal), pause(LAG_MS)]);
    if (how.end === undefined || signal.aborted) return { ...told, by: "request" };
    return { ...told, by: "ssh", end: how.end };
  } finally {
    await ssh.end();
    await ended;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/**
 * The advised words, and what an ssh needs that is watched over: it ends where it cannot forward or the other side is
 * gone, and stays this process's own, whatever its configuration shares between connections. The key of a host is
 * checked as ever.
 */
function openingWords({ words, isInteractive }: Opening): readonly string[] {
  const options = [
    "ExitOnForwardFailure=yes",
    "ServerAliveInterval=15",
    "ControlMaster=no",
    "ControlPath=none",
    ...(isInteractive ? [] : ["BatchMode=yes"]),
  ];
  return [...options.flatMap((option) => ["-o", option]), ...words.slice(1)];
}
