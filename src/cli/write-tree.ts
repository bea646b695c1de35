import { chmod, lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFile } from "../apply/replace-file.ts";
import type { GeneratedFile } from "../generate/generate.ts";
import { errorCode } from "../model/error-code.ts";
import { reasonOf } from "./reasons.ts";
import { UsageError } from "./usage-error.ts";

/** What became of a file: `kept` where the same stood there already. */
export type WrittenFile = { readonly path: string; readonly done: "written" | "kept" };

/** `standing` are the permissions of the same file, where it is there already. */
type Planned = { readonly file: GeneratedFile; readonly path: string; readonly standing?: number };

/**
 * Writes files below a directory, each with its permissions and none over another: where anything else stands in the
 * place of one, or it cannot be looked at, nothing is written. Rejects with a `UsageError` that names the place.
 */
export async function writeTree(
  directory: string,
  files: readonly GeneratedFile[],
): Promise<readonly WrittenFile[]> {
  const planned: Planned[] = [];
  for (const file of files) planned.push(await plan(directory, file));
  const written: WrittenFile[] = [];
  for (const { file, path, standing } of planned) {
    const work = standing === undefined ? create(path, file) : chmod(path, standing & file.mode);
    await work.catch(refusing(path));
    written.push({ path, done: standing === undefined ? "written" : "kept" });
  }
  return written;
}

async function plan(directory: string, file: GeneratedFile): Promise<Planned> {
  const path = join(directory, file.path);
  const found = await lstat(path).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    return refusing(path)(error);
  });
  if (found === undefined) return { file, path };
  const bytes = bytesOf(file);
  const isSame =
    found.isFile() &&
    found.size === bytes.length &&
    (await readFile(path).catch(refusing(path))).equals(bytes);
  if (!isSame) throw new UsageError(`--output: ${path} is there already, and differs; nothing was written`);
  return { file, path, standing: found.mode & 0o777 };
}

/** Whole or not at all, and never through a link that somebody put there in the meantime. */
async function create(path: string, { content, mode }: GeneratedFile): Promise<void> {
  // As every program that makes files, within what this process is allowed to give.
  const outcome = await makeFile({ path, after: content.reveal() }, mode & ~process.umask());
  if (outcome.kind === "refused") throw new UsageError(`--output: cannot write ${path}: ${outcome.why}`);
}

function bytesOf({ content }: GeneratedFile): Buffer {
  return Buffer.from(content.reveal());
}

function isAbsent(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}

function refusing(path: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--output: cannot write ${path}: ${reasonOf(error)}`);
  };
}
