import { constants, type Dirent, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";
import { isAbsence } from "./absent-directories.ts";
import { access, openToRead, readdir, realpath, stat } from "./file-calls.ts";
import { readText, unreadable } from "./file-text.ts";
import type { Barred, DirectoryRead, FileRead, Machine } from "./machine.ts";
import { type Asked, onceForEach } from "./once-for-each.ts";
import { type Way, type Ways, waysBelow } from "./ways-below.ts";

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
const MASKED = { kind: "text", text: "" } as const;
const LOST = "a symbolic link leads to what is not below the directory";

/** Files and directories below `root`, under their paths there; links are followed within it. */
export function fileSystem(root: string): Pick<Machine, "read" | "list"> {
  const ways = waysBelow(root);
  const passes = everyonePasses(root);
  const look = async <T>(path: string, at: (way: Way) => Promise<T>) => {
    try {
      return await at(await ways(path));
    } catch (error) {
      const code = errorCode(error);
      return isAbsence(code) ? ABSENT : unreadableFor(code, ways, path);
    }
  };
  return {
    read: (path) => look(path, (way) => readAt(way, passes)),
    list: (directory) => look(directory, (way) => listAt(way, directory, ways)),
  };
}

async function readAt(way: Way, passes: Asked): Promise<FileRead> {
  if (way.kind === "null-device") return MASKED;
  if (way.kind !== "there") return way.kind === "lost" ? unreadable(LOST) : ABSENT;
  const { real } = way;
  const stats = await stat(real);
  // On a machine's own root, a drop-in that is linked to /dev/null is masked: it is there, and says nothing.
  if (stats.isCharacterDevice() && stats.rdev === NULL_DEVICE) return MASKED;
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
function everyonePasses(root: string): Asked {
  const trunk = onceForEach(realpath);
  const passes: Asked = onceForEach(async (directory) => {
    if (directory === (await trunk(root)) || directory === dirname(directory)) return true;
    const { mode } = await stat(directory);
    return (mode & EVERYONE_PASSES) !== 0 && passes(dirname(directory));
  });
  return passes;
}

async function listAt(way: Way, directory: string, ways: Ways): Promise<DirectoryRead> {
  if (way.kind !== "there") return way.kind === "lost" ? unreadable(LOST) : ABSENT;
  const entries = await readdir(way.real, { withFileTypes: true });
  const files: string[] = [];
  const directories: string[] = [];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    ((await leadsToDirectory(path, entry, ways)) ? directories : files).push(path);
  }
  return { kind: "listed", files: files.sort(), directories: directories.sort() };
}

async function leadsToDirectory(path: string, entry: Dirent, ways: Ways): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    const way = await ways(path);
    return way.kind === "there" && (await stat(way.real)).isDirectory();
  } catch {
    return false;
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a directory";
  if (stats.isFIFO()) return "is a named pipe";
  return stats.isSocket() ? "is a socket" : "is a device";
}

async function unreadableFor(code: string, ways: Ways, path: string): Promise<Barred> {
  const reason = REASONS[code] ?? (code === "" ? "cannot be read" : `cannot be read (${code})`);
  const at = code === "EACCES" ? await closedDirectory(ways, dirname(path)) : undefined;
  return { kind: "unreadable", reason, ...(at === undefined ? {} : { at }) };
}

/** The topmost of a directory and those above it that we may not pass through. */
async function closedDirectory(ways: Ways, directory: string): Promise<string | undefined> {
  const above =
    directory === dirname(directory) ? undefined : await closedDirectory(ways, dirname(directory));
  if (above !== undefined) return above;
  const way = await ways(directory).catch(() => undefined);
  if (way?.kind !== "there") return directory;
  return access(way.real, constants.X_OK).then(
    () => undefined,
    () => directory,
  );
}
