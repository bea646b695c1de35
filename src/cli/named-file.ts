import type { Socket } from "node:net";
import { openToRead, stat } from "../discover/file-calls.ts";
import { LARGEST_FILE, readText, textOf, unreadable } from "../discover/file-text.ts";
import type { FileRead } from "../discover/machine.ts";
import { reasonOf } from "./reasons.ts";
import { StoppedError } from "./stopped-error.ts";
import { UsageError } from "./usage-error.ts";

/** Node 20 reads a pipe that `--env-file` names before we can, where no `--` is before our program's name. */
const NOTHING = unreadable("is a pipe in which nothing is left");

/**
 * Text of a file that an option names, at most 1 MiB of it or so many bytes; a pipe is waited for until `signal`
 * aborts.
 */
export async function readNamed(
  option: string,
  path: string,
  signal: AbortSignal,
  most = LARGEST_FILE,
): Promise<string> {
  const read = await openAndRead(path, signal, most).catch((error: unknown) => {
    throw new UsageError(`${option}: cannot read ${path}: ${reasonOf(error)}`);
  });
  if (read === "stopped") {
    throw new StoppedError(`stopped (${signal.reason}) while waiting for ${path}, which ${option} names`);
  }
  if (read.kind === "text") return read.text;
  throw new UsageError(`${option}: ${path} ${read.kind === "unreadable" ? read.reason : "is not there"}`);
}

/** Refuses an option that names no directory. */
export async function requireDirectory(option: string, path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${option}: cannot read ${path}: ${reasonOf(error)}`);
  });
  if (!found.isDirectory()) throw new UsageError(`${option}: ${path} is not a directory`);
}

async function openAndRead(path: string, signal: AbortSignal, most: number): Promise<FileRead | "stopped"> {
  const file = await openToRead(path);
  if ((await file.stat()).isFIFO()) {
    const { Socket } = await import("node:net");
    // The socket closes it itself.
    return readPipe(new Socket({ fd: file.fd, readable: true, writable: false }), signal, most);
  }
  try {
    return await readText(file, most);
  } finally {
    await file.close();
  }
}

/** Reads a pipe to its end and closes it. Not by `fs.read`, which fails where nothing has been written yet. */
function readPipe(pipe: Socket, signal: AbortSignal, most: number): Promise<FileRead | "stopped"> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (read: FileRead | "stopped") => {
      signal.removeEventListener("abort", stop);
      pipe.destroy();
      resolve(read);
    };
    const stop = () => settle("stopped");
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    pipe.on("error", reject);
    pipe.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) settle(textOf(Buffer.concat(chunks), most));
    });
    pipe.on("end", () => settle(length === 0 ? NOTHING : textOf(Buffer.concat(chunks), most)));
  });
}
