import { constants, type Stats } from "node:fs";
import { copyFile, link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";
import type { FileChange, FileOutcome } from "../model/file-change.ts";
import { freshFile, type Protection, protectAs, syncDirectory, takePlace } from "./fresh-file.ts";

/**
 * Gives a file its new text so that, whenever it is read and whatever stops us, it has the old text or the new one: a
 * new file beside it is written through to the disk and takes its name. Owner and mode are kept, and the old file stays
 * beside it under the name of `stamp`. Refuses where the text is not the one that was read, and takes the place of a
 * link rather than follow it.
 */
export async function replaceFile(change: FileChange, stamp: string): Promise<FileOutcome> {
  const { path, before, after } = change;
  const old = await stat(path);
  const refused = (why: string): FileOutcome => ({ kind: "refused", path, why });
  if (!old.isFile()) return refused("it is no regular file");
  if (await holds(path, after)) return { kind: "unchanged", path };
  if (!(await holds(path, before ?? ""))) return refused("it has changed since it was read");
  const fresh = await fileBeside(path, after, old);
  try {
    const backup = `${path}.${stamp}.bak`;
    // A link would have the mode of the file that others go on reading.
    await (change.losesLogin ? copyAs(path, backup, closed(old)) : keep(path, backup, old));
    // What came between, in these few milliseconds, is not to be lost.
    if (!(await holds(path, before ?? ""))) return refused("it has changed since it was read");
    await takePlace(fresh, path);
    const isBackupClosed = change.losesLogin && { isBackupClosed: true as const };
    return { kind: "written", path, file: path, backup, ...isBackupClosed };
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Makes a file that is not there, and the directories that lead to it; never takes the place of another one. */
export async function makeFile(
  { path, after, holdsLogin }: FileChange,
  mode = holdsLogin ? OWNERS_MODE : USUAL_MODE,
): Promise<FileOutcome> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = await fileBeside(path, after, { mode });
  try {
    await link(fresh, path);
    await syncDirectory(dirname(path));
    return { kind: "made", path };
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    return { kind: "refused", path, why: "it has been made by someone else" };
  } finally {
    await rm(fresh, { force: true });
  }
}

async function holds(path: string, text: string): Promise<boolean> {
  return (await readFile(path)).equals(Buffer.from(text));
}

/** Settings files that everyone reads, as the package manager makes them. */
const USUAL_MODE = 0o644;
/** Files with a secret in them; systemd reads those of its units as root. */
const OWNERS_MODE = 0o600;

/** A file beside this one with that text; one of its name is left of a run that was killed, as no other is writing. */
async function fileBeside(path: string, text: string, as: Protection): Promise<string> {
  const name = join(dirname(path), `.${basename(path)}.proxy-doctor-new`);
  await rm(name, { force: true });
  await freshFile(name, text, as);
  return name;
}

/** Keeps the old file under another name: the file itself, where the file system lets one have two, else a copy. */
async function keep(path: string, backup: string, old: Stats): Promise<void> {
  try {
    await link(path, backup);
  } catch (error) {
    if (!isCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) throw error;
    await copyAs(path, backup, old);
  }
}

async function copyAs(path: string, copy: string, as: Protection): Promise<void> {
  await copyFile(path, copy, constants.COPYFILE_EXCL);
  const file = await open(copy, "r+");
  try {
    await protectAs(file, as);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same, but for what others than the owner may do. */
function closed({ mode, uid, gid }: Stats): Protection {
  return { mode: mode & 0o7700, uid, gid };
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(errorCode(error));
}
