import { access, constants, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Ways, waysBelow } from "../discover/ways-below.ts";
import { errorCode } from "../model/error-code.ts";
import type { FileChange, FileOutcome } from "../model/file-change.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { placeOf } from "./place-of.ts";
import { makeFile, replaceFile } from "./replace-file.ts";

/**
 * Makes several changes of files below a root, or none where one of them cannot be made as far as can be told
 * beforehand. Links are followed within the root. Each file is replaced as a whole; `stamp` names the backups. Outcomes
 * name the files as they lie on disk.
 */
export async function apply(
  root: string,
  changes: readonly FileChange[],
  stamp: string,
): Promise<readonly FileOutcome[]> {
  const ways = waysBelow(root);
  const trunk = await realpath(root);
  const outcomes = await oneAtATime(trunk, () => applyAll(ways, changes, stamp));
  const told =
    outcomes ??
    changes.map(({ path }) => ({ kind: "refused" as const, path, why: "another run is writing" }));
  return told.map((outcome) => ({ ...outcome, path: join(root, outcome.path) }));
}

async function applyAll(
  ways: Ways,
  changes: readonly FileChange[],
  stamp: string,
): Promise<readonly FileOutcome[]> {
  const prepared = await Promise.all(changes.map((change) => placed(change, ways)));
  const refused = prepared.flatMap((each): readonly FileOutcome[] =>
    "why" in each ? [{ kind: "refused", path: each.path, why: each.why }] : [],
  );
  if (refused.length > 0) return refused;
  const outcomes: FileOutcome[] = [];
  for (const each of prepared) if ("place" in each) outcomes.push(await made(each, stamp));
  return outcomes;
}

/** A change and the place of its file on this machine. */
type Placed = { readonly change: FileChange; readonly place: string };

/** A change that can be made, or why it cannot, where that is plain before anything is written. */
async function placed(
  change: FileChange,
  ways: Ways,
): Promise<Placed | { readonly path: string; readonly why: string }> {
  const { path } = change;
  try {
    const place = await placeOf(path, ways);
    if (place === undefined) return { path, why: "a symbolic link leads to what is not below the directory" };
    const why = await obstacle(change, place);
    return why === undefined ? { change, place } : { path, why };
  } catch (error) {
    return { path, why: wordsOf(error) };
  }
}

async function obstacle({ before, after, unproved }: FileChange, place: string): Promise<string | undefined> {
  if (unproved)
    return "with the secrets that stand in it, its text does not take the change as it was proved";
  if (before === undefined) return undefined;
  const text = (await readFile(place)).toString("utf8");
  if (text !== before && text !== after) return "it has changed since it was read";
  // Whoever may write into a file that is protected from writing still has a reason not to.
  await access(place, constants.W_OK);
  await access(dirname(place), constants.W_OK);
  return undefined;
}

async function made({ change, place }: Placed, stamp: string): Promise<FileOutcome> {
  const { path } = change;
  const there = { ...change, path: place };
  try {
    const outcome = await (change.before === undefined ? makeFile(there) : replaceFile(there, stamp));
    return { ...outcome, path };
  } catch (error) {
    return { kind: "refused", path, why: wordsOf(error) };
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
