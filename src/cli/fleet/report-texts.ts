import { createReadStream, type Dirent } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readText, unreadable } from "../../discover/file-text.ts";
import type { FileRead } from "../../discover/machine.ts";
import { reasonOf } from "../reasons.ts";
import { LARGEST_REPORT } from "../saved-report.ts";
import { UsageError } from "../usage-error.ts";
import { isReportName, type ReportText, TOO_LARGE } from "./report-text.ts";
import { textsInStream } from "./stream-texts.ts";

/**
 * What may be reports, one after the other: files, those below directories that are called `*.json`, and those in tar
 * archives, zipped or not, of which `-` is one or a report on standard input. Rejects with a `UsageError` where one of
 * the paths is not there.
 */
export async function* reportTexts(paths: readonly string[]): AsyncGenerator<ReportText> {
  for (const path of paths) if (path !== "-") await requireThere(path);
  for (const path of paths) yield* textsAt(path);
}

async function requireThere(path: string): Promise<void> {
  await stat(path).catch((error: unknown) => {
    throw new UsageError(`fleet: cannot read ${path}: ${reasonOf(error)}`);
  });
}

async function* textsAt(path: string): AsyncGenerator<ReportText> {
  if (path === "-") return yield* textsInStream("standard input", process.stdin);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return yield* textsBelow(path);
  if (found?.isFile() && isReportName(path)) return yield { file: path, read: await readFile(path) };
  yield* textsInStream(path, createReadStream(path));
}

async function* textsBelow(directory: string): AsyncGenerator<ReportText> {
  const listed = await readdir(directory, { withFileTypes: true }).catch(reasonOf);
  if (typeof listed === "string")
    return yield { file: directory, read: unreadable(`cannot be read: ${listed}`) };
  for (const entry of listed.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* textsBelow(path);
    else if (isReportName(entry.name) && mayBeFile(entry)) yield { file: path, read: await readFile(path) };
  }
}

function mayBeFile(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}

async function readFile(path: string): Promise<FileRead> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      // What is too large is not read to its end only to be told so.
      return size > LARGEST_REPORT ? TOO_LARGE : await readText(file, LARGEST_REPORT);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(`cannot be read: ${reasonOf(error)}`);
  }
}
