// `node record-code.js FOLDER NAMES COMMAND TEXT CODE`: writes the code that this Node's V8 compiles, under the flags that
// it was started with, of the text that a command opens with. In a process of its own: what runs often is compiled again
// for speed, and of when that was V8 leaves traces in its code.
import { readFileSync, writeFileSync } from "node:fs";
import { recorded } from "./recorded.js";

const [folder = "", names = "{}", command = "", file = "", code = ""] = process.argv.slice(2);
const text = readFileSync(file, "latin1");
const { script } = await recorded({ folder, names: JSON.parse(names), command, text });
if (script === undefined) throw new Error("there is no script");
writeFileSync(code, script.createCachedData());
