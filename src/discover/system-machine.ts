import { constants, type Stats } from "node:fs";
import { type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join, sep } from "node:path";
import type { FileRead, Machine } from "./machine.ts";
import { programVersions } from "./program-versions.ts";

/** The largest file that is read, in bytes. */
const LARGEST_FILE = 1_048_576;

/** The device `/dev/null` (major 1, minor 3), to which systemd's masked files are linked. */
const NULL_DEVICE = (1 << 8) | 3;

/** Why an existing file could not be opened, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "too many symbolic links",
  EISDIR: "is a directory",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

/**
 * The machine as the file system below `root` shows it, with the environment that is given. Paths are those
 * of the machine, without `root`; symbolic links that lead out of `root` are not followed.
 */
export function systemMachine(options: {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}): Machine {
  const { root, environment } = options;
  return {
    environment,
    read: (path) => readBelow(root, path),
    list: (directory) => listBelow(root, directory),
    addresses: ownAddresses(),
    // Below another root lie another machine's programs, which may not run on this one.
    versions: root === "/" ? programVersions : async () => ({}),
  };
}

async function readBelow(root: string, path: string): Promise<FileRead> {
  try {
    const real = await realpath(join(root, path));
    // On a machine's own root, a drop-in that is linked to /dev/null is masked: it is there, and says nothing.
    const stats = await stat(real);
    if (stats.isCharacterDevice() && stats.rdev === NULL_DEVICE) return { kind: "text", text: "" };
    if (!isBelow(await realpath(root), real)) return unreadable("a symbolic link leads out of the directory");
    return stats.isFile() ? await readRegular(real) : unreadable(kindOf(stats));
  } catch (error) {
    return readFailure(error);
  }
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

function unreadable(reason: string): FileRead {
  return { kind: "unreadable", reason };
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a directory";
  if (stats.isFIFO()) return "is a named pipe";
  return stats.isSocket() ? "is a socket" : "is a device";
}

async function readRegular(path: string): Promise<FileRead> {
  // Without blocking, should the file have become a named pipe in the meantime.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return (await file.stat()).isFile() ? decode(await readBytes(file)) : unreadable("is no regular file");
  } finally {
    await file.close();
  }
}

/** At most one byte more than the largest file; files of /proc and /sys do not tell their size. */
async function readBytes(file: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(LARGEST_FILE + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** A text that does not survive decoding could not be edited byte by byte, so it is not read at all. */
function decode(bytes: Uint8Array): FileRead {
  if (bytes.length > LARGEST_FILE) return unreadable("is larger than 1 MiB");
  if (bytes.includes(0)) return unreadable("is a binary file");
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable("is not UTF-8 text");
  }
}

function readFailure(error: unknown): FileRead {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
  return unreadable(REASONS[code] ?? (code === "" ? "cannot be read" : `cannot be read (${code})`));
}

async function listBelow(root: string, directory: string): Promise<readonly string[]> {
  try {
    const real = await realpath(join(root, directory));
    if (!isBelow(await realpath(root), real)) return [];
    const entries = await readdir(real, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(directory, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** Addresses of all interfaces that are up, each once. */
function ownAddresses(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((interfaces) =>
    (interfaces ?? []).map(({ address }) => address.replace(/%.*$/, "")),
  );
  return [...new Set(addresses)];
}
