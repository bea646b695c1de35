import type { Unreadable } from "../model/report.ts";
import type { Loader, SettingsFile } from "../model/setting.ts";
import type { Barred, FileRead, Listing, Machine } from "./machine.ts";

/** Most files of one directory that are read; settings of more than these nobody keeps. */
const MOST_FILES = 1000;

/** How a file is read: with which grammars, each on its own, and for which systemd unit. */
type Reading = { readonly loaders: readonly Loader[]; readonly unit?: string };

/** Reads a machine's files, and notes what is there and cannot be read. */
export type Reader = {
  readonly read: (path: string) => Promise<FileRead>;
  /** What lies directly in a directory; nothing where there is none. */
  readonly list: (directory: string) => Promise<Listing>;
  /** Those files that are there, in the order of the paths. */
  readonly files: (paths: readonly string[], reading: Reading) => Promise<readonly SettingsFile[]>;
  /** Home directories: this user's, root's, then the others'. */
  readonly homes: () => Promise<readonly string[]>;
  /** What could not be read so far, by path. */
  readonly unreadable: () => readonly Unreadable[];
};

/** Settings of one kind: their files, in the order in which they load. */
export type SettingsSource = (reader: Reader) => Promise<readonly SettingsFile[]>;

/** A reader of a machine. */
export function openReader(machine: Machine): Reader {
  const noted = new Map<string, string>();
  const note = (path: string, { at, reason }: Barred) => noted.set(at ?? path, reason);
  const read = async (path: string) => {
    const found = await machine.read(path);
    if (found.kind === "unreadable") note(path, found);
    return found;
  };
  const list = async (directory: string): Promise<Listing> => {
    const found = await machine.list(directory);
    if (found.kind === "unreadable") note(directory, found);
    if (found.kind !== "listed") return { files: [], directories: [] };
    const { files, directories } = found;
    return { files: files.slice(0, MOST_FILES), directories: directories.slice(0, MOST_FILES) };
  };
  return {
    read,
    list,
    homes: () => homesOf(machine, list),
    // One after the other: a machine with many users must not run out of open files.
    files: async (paths, reading) => {
      const files: SettingsFile[] = [];
      for (const path of paths) files.push(...readingsOf(path, await read(path), reading));
      return files;
    },
    unreadable: () =>
      [...noted]
        .map(([path, reason]) => ({ path, reason }))
        .sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

function readingsOf(path: string, read: FileRead, { loaders, unit }: Reading): readonly SettingsFile[] {
  if (read.kind !== "text") return [];
  const { kind: _kind, text, ...rest } = read;
  return loaders.map((loader) => ({ path, loader, ...rest, ...(unit === undefined ? {} : { unit }), text }));
}

async function homesOf({ environment }: Machine, list: Reader["list"]): Promise<readonly string[]> {
  const own = environment["HOME"]?.replace(/\/+$/, "") ?? "";
  const { directories } = await list("/home");
  return [...new Set([...(own.startsWith("/") ? [own] : []), "/root", ...directories])];
}
