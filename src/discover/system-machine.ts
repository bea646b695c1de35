import { constants, type Stats } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join, sep } from "node:path";
import { readText, unreadable } from "./file-text.ts";
import type { FileRead, Machine } from "./machine.ts";
import { programVersions } from "./program-versions.ts";

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
    directories: async () => [],
    processes: async () => [],
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

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a directory";
  if (stats.isFIFO()) return "is a named pipe";
  return stats.isSocket() ? "is a socket" : "is a device";
}

async function readRegular(path: string): Promise<FileRead> {
  // Without blocking, should the file have become a named pipe in the meantime.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return (await file.stat()).isFile() ? await readText(file) : unreadable("is no regular file");
  } finally {
    await file.close();
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
