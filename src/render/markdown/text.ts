import { scrub } from "../../model/redact.ts";
import { oneLine } from "../told/one-line.ts";

/**
 * Text from anywhere as a code span, in which nothing is markup and no host of Markdown looks for addresses, mentions
 * or numbers of issues. Line breaks become blanks, control and format characters visible.
 */
export function code(text: string): string {
  const shown = oneLine(text);
  if (shown === "") return "(empty)";
  const fence = "`".repeat(longestRun(shown) + 1);
  // A parser takes one blank off each end where there are two, and a backtick beside the fence would lengthen it.
  const pad = /^`|`$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Words of ours with names and values of the case among them: words stand as they are, and whatever is more than
 * letters and the marks of a sentence stands as code. It begins no block of Markdown, and may stand in a table.
 */
export function prose(text: string): string {
  return oneLine(text).replace(TOKEN, (token, quoted: string | undefined, at: number, line: string) => {
    const beginsList = at === 0 && /^\d+[.)]/.test(token);
    const told = quoted === undefined && !beginsList ? word(token) : code(quoted ?? token);
    // Two spans of code that touch would be read as one, or as none.
    const touches = told.startsWith("`") && /\S/.test(line.charAt(at - 1));
    return touches ? ` ${told}` : told;
  });
}

/** What stands between backquotes, or a word. */
const TOKEN = /`([^`]*[^`\s][^`]*)`|[^\s`]+|`+/gu;

/** A word with what a sentence puts about it. */
const IN_SENTENCE = /^([("']*)(.*?)([)"'.,:;!?…]*)$/su;

/** Letters joined by hyphens, a number, or a name such as EC2: of these alone no parser makes anything. */
const HARMLESS =
  /^(?:\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?(?:-\p{L}[\p{L}\p{M}]*)*|[A-Z]{1,3}\d|\d{1,6}(?:[.,]\d{1,3})?)?$/u;

/** Marks that stand alone. */
const MARKS = /^[✓✗·–—…?!]$/u;

function word(token: string): string {
  if (MARKS.test(token)) return token;
  const [, before = "", core = "", after = ""] = IN_SENTENCE.exec(token) ?? [];
  if (HARMLESS.test(core)) return token;
  return `${before}${code(core)}${after}`;
}

/** Text line by line as it is, in a block that nothing within it can close. */
export function block(language: "diff" | "", text: string): readonly string[] {
  const shown = scrub(text).replace(/\n$/, "");
  const fence = fenceAround(shown);
  return [`${fence}${language}`, ...shown.split("\n"), fence];
}

/** What opens and closes a block of code that holds this text. */
export function fenceAround(text: string): string {
  return "`".repeat(Math.max(3, longestRun(text) + 1));
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A row of a table. Cells are Markdown already; a bar within code is no end of a cell. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(\\*)\|/g, "$1$1\\|")).join(" | ")} |`;
}
