import type { GeneratedFile } from "../generate/generate.ts";
import type { HttpProxy } from "../generate/proxy-url.ts";
import { MASK } from "../model/mark.ts";
import type { WrittenFile } from "./write-tree.ts";

/** What goes to standard output, and what to standard error. */
export type Sheet = { readonly text: string; readonly beside: string };

/**
 * The files as a person reads them, each under its path, the password masked. One file alone is printed as it is, for
 * a pipe, with all that is said of it beside.
 */
export function sheetOf(
  files: readonly GeneratedFile[],
  notes: readonly string[],
  { login }: HttpProxy,
): Sheet {
  const masked = `the password is shown as ${MASK}; --output DIR writes the files with it`;
  const said = [...notes, ...(login === undefined ? [] : [masked])];
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) {
    return { text: only.shown, beside: linesOf([`${only.path}: ${only.comment}`, ...said]) };
  }
  const parts = files.map((file) => `==> ${file.path} <==\n${commentOf(file)}${file.shown}`);
  return { text: [linesOf(said), ...parts].join("\n"), beside: "" };
}

/** What was written where, with its permissions and who reads it. */
export function writtenSheetOf(
  files: readonly GeneratedFile[],
  notes: readonly string[],
  written: readonly WrittenFile[],
): Sheet {
  const lines = written.flatMap(({ path, done }, at) => {
    const file = files[at];
    if (file === undefined) return [];
    return [`${done} ${path} (0${file.mode.toString(8)})`, `  ${file.comment}`];
  });
  return { text: [linesOf(notes), ...lines.map((line) => `${line}\n`)].join(""), beside: "" };
}

/** JSON has no comments: what there is to say of it stands above. */
function commentOf({ shown, comment }: GeneratedFile): string {
  return shown.includes(comment) ? "" : `# ${comment}\n`;
}

function linesOf(notes: readonly string[]): string {
  return notes.map((note) => `# ${note}\n`).join("");
}
