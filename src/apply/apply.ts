import { access, constants, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "../model/error-code.ts";
import type { FileChange, FileOutcome } from "../model/file-change.ts";
import { liesBelow } from "./lies-below.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { makeFile, replaceFile } from "./replace-file.ts";

/**
 * Makes several changes of files below a root, or none where one of them cannot be made as far as can be told
 * beforehand. Each file is replaced as a whole; `stamp` names the backups. Outcomes name the files as they lie on disk.
 */
export async function apply(
  root: string,
  changes: readonly FileChange[],
  stamp: string,
): Promise<readonly FileOutcome[]> {
  const onDisk = changes.map((change) => ({ ...change, path: join(root, change.path) }));
  const trunk = await realpath(root);
  const outcomes = await oneAtATime(trunk, () => applyAll(trunk, onDisk, stamp));
  return outcomes ?? onDisk.map(({ path }) => ({ kind: "refused", path, why: "another run is writing" }));
}

async function applyAll(
  trunk: string,
  changes: readonly FileChange[],
  stamp: string,
): Promise<readonly FileOutcome[]> {
  const obstacles = await Promise.all(changes.map((change) => obstacle(trunk, change)));
  const refused = changes.flatMap(({ path }, index): readonly FileOutcome[] => {
    const why = obstacles[index];
    return why === undefined ? [] : [{ kind: "refused", path, why }];
  });
  if (refused.length > 0) return refused;
  const outcomes: FileOutcome[] = [];
  for (const change of changes) outcomes.push(await made(change, stamp));
  return outcomes;
}

/** Why a change cannot be made, where that is plain before anything is written. */
async function obstacle(
  trunk: string,
  { path, before, after, unproved }: FileChange,
): Promise<string | undefined> {
  if (unproved)
    return "with the secrets that stand in it, its text does not take the change as it was proved";
  try {
    if (!(await liesBelow(trunk, path))) return "a symbolic link leads out of the directory";
    if (before === undefined) return undefined;
    const real = await realpath(path);
    const text = (await readFile(real)).toString("utf8");
    if (text !== before && text !== after) return "it has changed since it was read";
    // Whoever may write into a file that is protected from writing still has a reason not to.
    await access(real, constants.W_OK);
    await access(dirname(real), constants.W_OK);
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}

async function made(change: FileChange, stamp: string): Promise<FileOutcome> {
  try {
    return await (change.before === undefined ? makeFile(change) : replaceFile(change, stamp));
  } catch (error) {
    return { kind: "refused", path: change.path, why: wordsOf(error) };
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not change it, or it is marked as immutable",
  EROFS: "the file system is mounted read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  EBUSY: "something is mounted on it",
  ENOENT: "it is not there any more",
  ELOOP: "its links lead in a circle",
  EEXIST: "its backup is there already",
};

function wordsOf(error: unknown): string {
  return WORDS[errorCode(error)] ?? String(error);
}
