import { shellWord } from "../model/shell-word.ts";

/** Words as one line for a POSIX shell, which reads them back as they were. */
export function shellLine(words: readonly string[]): string {
  return words.map((word) => shellWord(word, QUOTE)).join(" ");
}

/** Without the usual backslash: ssh looks for quotes in its options too, and takes one in quotes for an escape. */
const QUOTE = `'"'"'`;
