import { constants, type Dirent, type Stats } from "node:fs";
import { dirname, join, sep } from "node:path";
import { errorCode } from "../model/error-code.ts";
import { absentDirectories, isAbsence } from "./absent-directories.ts";
import { access, openToRead, readdir, realpath, stat } from "./file-calls.ts";
import { readText, unreadable } from "./file-text.ts";
import { linksOut } from "./links-out.ts";
import type { Barred, DirectoryRead, FileRead, Machine } from "./machine.ts";
import { type Asked, onceForEach } from "./once-for-each.ts";

/** The device `/dev/null` (major 1, minor 3), to which systemd's masked files are linked. */
const NULL_DEVICE = (1 << 8) | 3;

/** The permission to read a file or to pass through a directory that everyone has (`S_IROTH`, `S_IXOTH`). */
const EVERYONE_READS = 0o4;
const EVERYONE_PASSES = 0o1;

/** Why something that exists could not be opened, in words. */
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

const ABSENT = { kind: "absent" } as const;
const LEADS_OUT = "a symbolic link leads out of the directory";

/** Files and directories below `root`, under their paths there; links that lead out of it are not followed. */
export function fileSystem(root: string): Pick<Machine, "read" | "list"> {
  const trunk = realpath(root);
  trunk.catch(() => undefined);
  const passes = everyonePasses(trunk);
  const leadsOut = linksOut(root);
  const isAbsent = absentDirectories(root, leadsOut);
  const look = async <T>(path: string, at: (real: string, trunk: string) => Promise<T>) => {
    const place = join(root, path);
    if (await isAbsent(dirname(place))) return ABSENT;
    try {
      return await at(await realpath(place), await trunk);
    } catch (error) {
      const code = errorCode(error);
      if (!isAbsence(code)) return unreadableFor(code, root, path);
      return (await leadsOut(place)) ? unreadable(LEADS_OUT) : ABSENT;
    }
  };
  return {
    read: (path) => look(path, (real, below) => readBelow(below, real, passes)),
    list: (directory) => look(directory, (real, below) => listBelow(below, real, directory)),
  };
}

async function readBelow(trunk: string, real: string, passes: Asked): Promise<FileRead> {
  const stats = await stat(real);
  // On a machine's own root, a drop-in that is linked to /dev/null is masked: it is there, and says nothing.
  if (stats.isCharacterDevice() && stats.rdev === NULL_DEVICE) return { kind: "text", text: "" };
  if (!isBelow(trunk, real)) return unreadable(LEADS_OUT);
  if (!stats.isFile()) return unreadable(kindOf(stats));
  const read = await readRegular(real);
  const everyoneReads = (stats.mode & EVERYONE_READS) !== 0 && (await passes(dirname(real)));
  return read.kind === "text" && everyoneReads ? { ...read, everyoneReads } : read;
}

async function readRegular(path: string): Promise<FileRead> {
  // It may have become a named pipe in the meantime.
  const file = await openToRead(path);
  try {
    return (await file.stat()).isFile() ? await readText(file) : unreadable("is no regular file");
  } finally {
    await file.close();
  }
}

/** Whether everyone may pass through a directory and those above it, up to the root; each is asked once. */
function everyonePasses(trunk: Promise<string>): Asked {
  const passes: Asked = onceForEach(async (directory) => {
    if (directory === (await trunk) || directory === dirname(directory)) return true;
    const { mode } = await stat(directory);
    return (mode & EVERYONE_PASSES) !== 0 && passes(dirname(directory));
  });
  return passes;
}

async function listBelow(trunk: string, real: string, directory: string): Promise<DirectoryRead> {
  if (!isBelow(trunk, real)) return unreadable(LEADS_OUT);
  const entries = await readdir(real, { withFileTypes: true });
  const files: string[] = [];
  const directories: string[] = [];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    ((await leadsToDirectory(real, entry)) ? directories : files).push(path);
  }
  return { kind: "listed", files: files.sort(), directories: directories.sort() };
}

async function leadsToDirectory(real: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(join(real, entry.name)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function isBelow(trunk: string, path: string): boolean {
  return path === trunk || path.startsWith(trunk.endsWith(sep) ? trunk : `${trunk}${sep}`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a directory";
  if (stats.isFIFO()) return "is a named pipe";
  return stats.isSocket() ? "is a socket" : "is a device";
}

async function unreadableFor(code: string, root: string, path: string): Promise<Barred> {
  const reason = REASONS[code] ?? (code === "" ? "cannot be read" : `cannot be read (${code})`);
  const at = code === "EACCES" ? await closedDirectory(root, dirname(path)) : undefined;
  return { kind: "unreadable", reason, ...(at === undefined ? {} : { at }) };
}

/** The topmost of a directory and those above it that we may not pass through. */
async function closedDirectory(root: string, directory: string): Promise<string | undefined> {
  const above =
    directory === dirname(directory) ? undefined : await closedDirectory(root, dirname(directory));
  if (above !== undefined) return above;
  return access(join(root, directory), constants.X_OK).then(
    () => undefined,
    () => directory,
  );
}
