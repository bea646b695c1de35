import { start } from "../../src/cli/start.ts";
import { isPart, PARTS } from "../../src/parts/parts.js";
import { FORM } from "./form.ts";
import { RUN_PART } from "./program.js";

// A script's words are hidden from node by a colon; an executable's are nobody's but ours.
const words = process.argv.slice(2).map((word) => (FORM === "script" ? word.replace(/^:/, "") : word));
process.argv.splice(2, words.length, ...words);

const [first, name] = words;
if (first === RUN_PART && isPart(name)) PARTS[name]();
else start(words);
