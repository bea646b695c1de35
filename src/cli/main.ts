import { start } from "./start.ts";

// The program's first lines put a colon before each word, to hide them from node.
start(process.argv.slice(2).map((word) => word.replace(/^:/, "")));
