import { createReadStream, type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { unreadable } from "../../discover/file-text.ts";
import { reasonOf } from "../reasons.ts";
import { UsageError } from "../usage-error.ts";
import { openReportFiles, type ReportFiles } from "./report-files.ts";
import { isReportName, type ReportText } from "./report-text.ts";
import { textsInStream } from "./stream-texts.ts";

/**
 * What may be reports, one after the other: files, those below directories that are called `*.json`, and those in tar
 * archives, zipped or not, of which `-` is one or a report on standard input. Rejects with a `UsageError` where one of
 * the paths is not there.
 */
export async function* reportTexts(paths: readonly string[]): AsyncGenerator<ReportText> {
  for (const path of paths) if (path !== "-") await requireThere(path);
  const files = openReportFiles();
  for (const path of paths) yield* textsAt(path, files);
}

async function requireThere(path: string): Promise<void> {
  await stat(path).catch((error: unknown) => {
    throw new UsageError(`fleet: cannot read ${path}: ${reasonOf(error)}`);
  });
}

async function* textsAt(path: string, files: ReportFiles): AsyncGenerator<ReportText> {
  if (path === "-") return yield* textsInStream("standard input", process.stdin);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return yield* textsBelow(path, files);
  if (found?.isFile() && isReportName(path)) return yield { file: path, read: files.read(path) };
  yield* textsInStream(path, createReadStream(path));
}

async function* textsBelow(directory: string, files: ReportFiles): AsyncGenerator<ReportText> {
  const listed = await readdir(directory, { withFileTypes: true }).catch(reasonOf);
  if (typeof listed === "string") {
    return yield { file: directory, read: unreadable(`cannot be read: ${listed}`) };
  }
  for (const entry of listed.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    // An interrupt is heard between two files.
    await setImmediate();
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* textsBelow(path, files);
    else if (isReportName(entry.name) && mayBeFile(entry)) yield { file: path, read: files.read(path) };
  }
}

function mayBeFile(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}
