// Bundles the zoo and runs it: `npm run zoo -- --node 20,22,24 --bun`, or under this Node alone. Bun is the one of
// which executables are made.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bring, bunIn } from "../../packaging/brought.js";
import { bundle } from "./bundle.js";

const folder = mkdtempSync(join(tmpdir(), "zoo-"));
const cache = fileURLToPath(new URL("../../node_modules/.cache/proxy-doctor-zoo", import.meta.url));
try {
  await bundle(folder);
  const { compareOnNodes } = await import(pathToFileURL(join(folder, "on-nodes.mjs")).href);
  const words = process.argv.slice(2);
  const besides = words.includes("--bun") ? { bun: bunIn(await bring(), process.arch) } : {};
  process.exitCode = await compareOnNodes(words, { bundle: folder, cache, ...besides });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
