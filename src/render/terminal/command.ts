import type { CommandWords } from "../told/command.ts";
import { oneLine } from "../told/one-line.ts";
import { indented } from "./text.ts";
import { columnsTaken } from "./width.ts";

const LABEL = "Type:  ";
/** Ends a line that the shell reads on with the next. */
const GOES_ON = " \\";
/** Further lines of one command stand this far to the right of its first. */
const FURTHER = 2;

/**
 * Commands to copy: a line that is too long goes on in the next in a way that a
 * shell reads as one. A word that is too long stays whole.
 */
export function commandLines(commands: readonly CommandWords[], width: number): readonly string[] {
  const lines = commands.flatMap((words) =>
    brokenCommand(withValues(words.map(oneLine)), width - LABEL.length, FURTHER),
  );
  const [first, ...others] = lines;
  return first === undefined ? [] : [`${LABEL}${first}`, ...indented(others, LABEL.length)];
}

/** The parts of a command as lines of at most `width` columns, which a shell takes for one; further ones are indented. */
export function brokenCommand(parts: readonly string[], width: number, further: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} ${part}`;
    if (last !== undefined && columnsTaken(longer) <= width - GOES_ON.length)
      lines[lines.length - 1] = longer;
    else lines.push(last === undefined ? part : `${" ".repeat(further)}${part}`);
  }
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}${GOES_ON}`));
}

/** An option and its value are one part. */
function withValues(words: CommandWords): readonly string[] {
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const isValue = last?.startsWith("--") && !last.includes(" ") && !word.startsWith("--");
    if (isValue) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}
