import { closeSync, constants, openSync, readSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { openToRead, readdir, readlink, realpath } from "./file-calls.ts";
import { readBytes } from "./file-text.ts";
import type { RunningProcess } from "./machine.ts";

/** Most processes that are looked at. */
const MOST_PROCESSES = 4096;

/** Most bytes of one file of a process that are read. */
const MOST_BYTES = 1_048_576;

/** The length at which the kernel cuts a process's name (`TASK_COMM_LEN`, proc(5)). */
const NAME_LENGTH = 15;

/**
 * Processes of these programs that `proc` below `root` shows, by process id. A process that ends meanwhile is left
 * out, and so is one of the kernel's, which has no command line.
 */
export async function runningProcesses(
  root: string,
  programs: readonly string[],
): Promise<readonly RunningProcess[]> {
  const trunk = await realpath(root).catch(() => root);
  const names = new Set(programs.map((program) => program.slice(0, NAME_LENGTH)));
  const found: RunningProcess[] = [];
  for (const pid of await processIds(join(trunk, "proc"))) {
    const name = nameOf(join(trunk, "proc", `${pid}`, "comm"));
    if (!names.has(name)) continue;
    const running = await processOf(trunk, pid, name, programs);
    if (running !== undefined) found.push(running);
  }
  return found;
}

async function processIds(proc: string): Promise<readonly number[]> {
  const names = await readdir(proc).catch(() => []);
  const ids = names.filter((name) => /^[1-9]\d{0,9}$/.test(name)).map(Number);
  return ids.sort((one, other) => one - other).slice(0, MOST_PROCESSES);
}

/** The kernel's name of a process. Of all processes there is nothing else to read, so it is read without waiting. */
function nameOf(path: string): string {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const bytes = new Uint8Array(NAME_LENGTH + 1);
      return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes))).replace(/\n[\s\S]*$/, "");
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}

async function processOf(
  trunk: string,
  pid: number,
  name: string,
  programs: readonly string[],
): Promise<RunningProcess | undefined> {
  const folder = join(trunk, "proc", `${pid}`);
  const [executable, line, variables] = await Promise.all([
    readlink(join(folder, "exe")).catch(() => ""),
    contentOf(trunk, join(folder, "cmdline")),
    contentOf(trunk, join(folder, "environ")),
  ]);
  const commandLine = piecesOf(line ?? "");
  if (commandLine.length === 0) return undefined;
  // A script has its interpreter for an executable; of a name that may be cut nothing is concluded.
  const paths = [executable.replace(/ \(deleted\)$/, ""), commandLine[0] ?? ""];
  const candidates = [...paths.map((path) => basename(path)), ...(name.length < NAME_LENGTH ? [name] : [])];
  const program = candidates.find((each) => programs.includes(each));
  if (program === undefined) return undefined;
  return {
    pid,
    program,
    commandLine,
    ...(variables === undefined ? {} : { environment: environmentIn(variables) }),
  };
}

/** Pieces that end in a zero byte; what is cut off in the middle is left out, unless it is the only one. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.split("\0");
  const last = pieces.pop() ?? "";
  return text.length < MOST_BYTES && last !== "" ? [...pieces, last] : pieces;
}

/** Of two variables with one name a program sees the first. */
function environmentIn(text: string): Readonly<Record<string, string>> {
  const entries = piecesOf(text).flatMap((piece) => {
    const equals = piece.indexOf("=");
    return equals < 1 ? [] : [[piece.slice(0, equals), piece.slice(equals + 1)] as const];
  });
  return Object.fromEntries(entries.toReversed());
}

/** `undefined` for what is not ours to read, and for what is gone with its process. */
async function contentOf(trunk: string, path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path);
    if (!real.startsWith(trunk.endsWith(sep) ? trunk : `${trunk}${sep}`)) return undefined;
    const file = await openToRead(real);
    try {
      if (!(await file.stat()).isFile()) return undefined;
      return new TextDecoder().decode(await readBytes(file, MOST_BYTES));
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
