import { brokenCommand } from "../../render/terminal/command.ts";
import type { Example } from "../commands/entry.ts";

/** Further lines of one command stand this far to the right of its first. */
const FURTHER = 4;

/** Examples as lines to copy into a shell, each below what it is for; `width` counts the columns of a line. */
export function exampleLines(examples: readonly Example[], width: number): readonly string[] {
  return examples.flatMap(({ command, says }) => [`# ${says}`, ...commandLines(command, width)]);
}

/** A command line broken before its options, so that a shell takes the lines for one. */
export function commandLines(command: string, width: number): readonly string[] {
  return brokenCommand(partsOf(command), width, FURTHER);
}

/** An option and its value stay together, and so does what is quoted. */
function partsOf(command: string): readonly string[] {
  const parts: string[] = [];
  for (const word of command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []) {
    const before = parts.at(-1) ?? "";
    const belongs = /^(--?[a-z-]+|[<>|])$/.test(before) && !word.startsWith("-");
    if (belongs) parts[parts.length - 1] = `${before} ${word}`;
    else parts.push(word);
  }
  return parts;
}
