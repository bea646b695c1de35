import { writeSync } from "node:fs";
import { VERSION } from "../version.ts";

const STDOUT = 1;

/** Starts the program with the words of its command line; its version is told without loading more. */
export async function start(words: readonly string[]): Promise<void> {
  if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
    await sayVersion();
    return;
  }
  const { run } = await import("./run.ts");
  process.exitCode = await run(words);
}

/** Not by the stream: to load what it needs takes Node longer than all else. */
async function sayVersion(): Promise<void> {
  try {
    writeSync(STDOUT, `${VERSION}\n`);
  } catch (error) {
    const { leave } = await import("./standard-output.ts");
    leave(error);
  }
}
