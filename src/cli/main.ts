import { VERSION } from "../version.ts";

// The program's first lines put a colon before each word, to hide them from node.
const words = process.argv.slice(2).map((word) => word.replace(/^:/, ""));

if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { run } = await import("./run.ts");
  process.exitCode = await run(words);
}
