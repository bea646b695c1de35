// Builds dist/: the command line, the library, and what runs in a process or a thread of its own, all CommonJS; and
// beside them the code that this Node's V8 compiles of the first, so that it need not do so at each start.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCode } from "./kept-code.js";
import { openingsFileIn } from "./loading/built.js";
import { mainText } from "./loading/main-text.js";
import { textsByName } from "./texts.js";

/** With which flags bin/proxy-doctor.js starts which commands. By `node` itself there are none, whatever the command. */
const STARTS = [
  { flags: [], commands: ["--version", "route", "lint"] },
  { flags: ["--max-semi-space-size=8"], commands: ["--help", "check"] },
];

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const { texts, modules } = await textsByName({
  entryPoints: ["src/cli/start.ts", "src/index.ts", "src/parts/run-part.js"],
  define: { "import.meta.url": "MODULE_URL" },
});
await mkdir(dist, { recursive: true });
await writeFile(join(dist, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
for (const [name, text] of texts) await writeFile(join(dist, name), withOwnUrl(text));
await writeFile(join(dist, "main.js"), await mainText("built-main"));
for (const { flags, commands } of STARTS) {
  const file = openingsFileIn(dist, flags);
  await keepCode({ node: process.execPath, flags, folder: dist, modules, file, commands });
}

/** @param {string} text */
function withOwnUrl(text) {
  const own = 'const MODULE_URL = require("node:url").pathToFileURL(__filename).href;\n';
  return text.includes("MODULE_URL") ? `${own}${text}` : text;
}
