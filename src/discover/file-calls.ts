import fs from "node:fs";
import { promisify } from "node:util";

// In place of node:fs/promises, for which Node loads a line editor and watchers at each start.
/** Whether a path is there and may be used as asked. */
export const access = promisify(fs.access);
/** What lies directly in a directory. */
export const readdir = promisify(fs.readdir);
/** What a symbolic link holds. */
export const readlink = promisify(fs.readlink);
/** Where a path leads when all symbolic links are followed. */
export const realpath = promisify(fs.realpath.native);
/** What is at the end of a path. */
export const stat = promisify(fs.stat);

const open = promisify(fs.open);
const statOpen = promisify(fs.fstat);
const readOpen = promisify(fs.read);
const close = promisify(fs.close);

/** A file that is open, until it is closed. */
export type OpenFile = {
  readonly fd: number;
  readonly stat: () => Promise<fs.Stats>;
  /** Reads on from where the last reading ended. */
  readonly read: (buffer: Uint8Array, offset: number, length: number) => Promise<{ bytesRead: number }>;
  readonly close: () => Promise<void>;
};

/** Opens a file to be read, without waiting for whoever writes to it, should it be a named pipe. */
export async function openToRead(path: string): Promise<OpenFile> {
  const fd = await open(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  return {
    fd,
    stat: () => statOpen(fd),
    read: (buffer, offset, length) => readOpen(fd, buffer, offset, length, null),
    close: () => close(fd),
  };
}
