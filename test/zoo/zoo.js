// Bundles the zoo and runs it: `npm run zoo -- --node 20,22,24`, or under this Node alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.js";

const folder = mkdtempSync(join(tmpdir(), "zoo-"));
const cache = fileURLToPath(new URL("../../node_modules/.cache/proxy-doctor-zoo", import.meta.url));
try {
  await bundle(folder);
  const { compareOnNodes } = await import(pathToFileURL(join(folder, "on-nodes.mjs")).href);
  process.exitCode = await compareOnNodes(process.argv.slice(2), { bundle: folder, cache });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
