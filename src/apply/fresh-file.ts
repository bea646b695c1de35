import type { Stats } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Permissions, and whose a file is where that is somebody's already. */
export type Protection = Pick<Stats, "mode"> & Partial<Pick<Stats, "uid" | "gid">>;

/** Makes a file that is not there, on the disk before this returns; where that fails, it is gone again. */
export async function freshFile(path: string, text: string, as: Protection): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await protectAs(file, as);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Gives an open file this owner and these permissions. */
export async function protectAs(file: FileHandle, { mode, uid, gid }: Protection): Promise<void> {
  const made = await file.stat();
  const owner = { uid: uid ?? made.uid, gid: gid ?? made.gid };
  if (owner.uid !== made.uid || owner.gid !== made.gid) await file.chown(owner.uid, owner.gid);
  await file.chmod(mode & 0o7777);
}

/** Lets a fresh file take the place of one beside it: whoever reads that has the old one or the new one. */
export async function takePlace(fresh: string, path: string): Promise<void> {
  await rename(fresh, path);
  await syncDirectory(dirname(path));
}

/** Writes the names in a directory through to the disk: a file is there for good only when its name is. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
