// Bundles the zoo and runs what compares it: `npm run zoo -- --node 20,22,24`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.js";

const folder = mkdtempSync(join(tmpdir(), "zoo-"));
try {
  await bundle(folder);
  const { compareOnNodes } = await import(pathToFileURL(join(folder, "on-nodes.mjs")).href);
  process.exitCode = await compareOnNodes(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
