import { fstatSync, type Stats } from "node:fs";
import { access, constants, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { freshFile, takePlace } from "../apply/fresh-file.ts";
import { errorCode } from "../model/error-code.ts";
import type { Output } from "./output.ts";
import { errorStream } from "./standard-error.ts";
import { outputStream } from "./standard-output.ts";

/** The file, device or pipe at a path. Rejects with the system's error where it cannot be written. */
export async function outputTo(path: string): Promise<Output> {
  const found = await statIfThere(path);
  const own = found && [outputStream(), errorStream()].find(({ fd }) => isOpenAs(fd, found));
  // A socket cannot be opened by its name, and a file that the shell appends to would be cut.
  if (own !== undefined) {
    return (text) => written(own, text);
  }
  if (found?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  if (found !== undefined) await access(path, constants.W_OK);
  if (found !== undefined && !found.isFile()) return (text) => writeFile(path, text, { flag: "w" });
  const target = await targetOf(path);
  await access(dirname(target), constants.W_OK | constants.X_OK);
  return (text) => replaceFile(target, text, found);
}

function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** What a path leads to; `undefined` where nothing is, or nothing that the way to it allows. */
async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isOpenAs(fd: number, { dev, ino }: Stats): boolean {
  const open = fstatSync(fd);
  return open.dev === dev && open.ino === ino;
}

/** The file at the end of all symbolic links, whether it is there yet or not. */
async function targetOf(path: string): Promise<string> {
  if (path === "" || path.endsWith("/")) throw Object.assign(new Error(), { code: "ENOENT" });
  try {
    return await realpath(path);
  } catch {
    const link = await readlink(path).catch(() => undefined);
    if (link === undefined) return path;
    return targetOf(resolve(dirname(path), link));
  }
}

/** Nobody but its owner reads a new report: it holds addresses and users' names. */
const OWN = 0o600;

/**
 * Writes a whole file or none. It stays its owner's where this process may make it so: a report that root writes into
 * somebody's file is theirs to read.
 */
async function replaceFile(path: string, text: string, old: Stats | undefined): Promise<void> {
  const { randomBytes } = await import("node:crypto");
  const isRoot = process.geteuid?.() === 0;
  const protection = isRoot && old !== undefined ? old : { mode: old?.mode ?? OWN };
  // Others may be writing a report of their own to the same place.
  const fresh = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.proxy-doctor-new`);
  await freshFile(fresh, text, protection);
  try {
    await takePlace(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}
