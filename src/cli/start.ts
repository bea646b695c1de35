import { VERSION } from "../version.ts";

/** Starts the program with the words of its command line; its version is told without loading more. */
export async function start(words: readonly string[]): Promise<void> {
  if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const { run } = await import("./run.ts");
  process.exitCode = await run(words);
}
