import type { CommandWords } from "../told/command.ts";
import { oneLine } from "../told/one-line.ts";
import { indented } from "./text.ts";
import { columnsTaken } from "./width.ts";

const LABEL = "Type:  ";
/** Ends a line that the shell reads on with the next. */
const GOES_ON = " \\";

/** Commands to copy: a line that is too long goes on in the next in a way that a shell reads as one. */
export function commandLines(commands: readonly CommandWords[], width: number): readonly string[] {
  const lines = commands.flatMap((words) => brokenAt(words.map(oneLine), width - LABEL.length));
  const [first, ...others] = lines;
  return first === undefined ? [] : [`${LABEL}${first}`, ...indented(others, LABEL.length)];
}

function brokenAt(words: CommandWords, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && columnsTaken(longer) <= width - GOES_ON.length)
      lines[lines.length - 1] = longer;
    else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}${GOES_ON}`));
}
