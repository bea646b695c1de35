import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "./peer.ts";

/** Where a program of the system is started: its directory, and the free port of loopback that it is to listen on. */
export type Place = { readonly directory: string; readonly port: number };

/** How a program is started: files of its directory, and the words of its command line. */
export type Recipe = {
  readonly program: string;
  readonly files: (place: Place) => Readonly<Record<string, string>>;
  readonly words: (place: Place) => readonly string[];
};

export type Started = { readonly port: number; readonly stop: () => Promise<void> };

/** Programs that serve are not always on a user's path. */
const PATH = `${process.env["PATH"] ?? ""}${delimiter}/usr/local/sbin${delimiter}/usr/sbin${delimiter}/sbin`;
const MOST_START_MS = 15_000;
const MOST_STOP_MS = 4000;

export function isInstalled(program: string): boolean {
  return PATH.split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts a program in a directory of its own, waits until it listens, and stops it by its process. */
export async function startReal({ program, files, words }: Recipe): Promise<Started> {
  const directory = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
  // Started by root, some go on as another user.
  chmodSync(directory, 0o777);
  const place = { directory, port: await freePort() };
  for (const [name, text] of Object.entries(files(place))) writeFileSync(join(directory, name), text);
  const child = spawn(program, words(place), {
    cwd: directory,
    env: { PATH, HOME: directory },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint = `${complaint}${chunk}`.slice(-2000)));
  const stop = async () => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  const isUp = await listens(place.port, child);
  if (isUp) return { port: place.port, stop };
  await stop();
  throw new Error(`${program} does not listen: ${complaint}`);
}

async function listens(port: number, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + MOST_START_MS;
  let failed = false;
  child.once("error", () => (failed = true));
  while (!failed && child.exitCode === null && Date.now() < until) {
    if (await accepts(port)) return true;
    await setTimeout(50);
  }
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => socket.destroy() && resolve(true)).once("error", () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await Promise.race([ended, setTimeout(MOST_STOP_MS, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await ended;
  }
}
