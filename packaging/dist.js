// Builds dist/: the command line, the library, and what runs in a process or a thread of its own, all CommonJS.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { textsByName } from "./texts.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const { texts } = await textsByName({
  minify: true,
  entryPoints: ["src/cli/main.ts", "src/index.ts", "src/parts/run-part.js"],
  define: { "import.meta.url": "MODULE_URL" },
});
await mkdir(dist, { recursive: true });
await writeFile(join(dist, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
for (const [name, text] of texts) await writeFile(join(dist, name), withOwnUrl(text));

/** @param {string} text */
function withOwnUrl(text) {
  const own = 'const MODULE_URL = require("node:url").pathToFileURL(__filename).href;\n';
  return text.includes("MODULE_URL") ? `${own}${text}` : text;
}
