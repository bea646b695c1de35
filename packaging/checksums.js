import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const NAME = "SHA256SUMS";

/**
 * Writes the checksums of all files of a folder, as `sha256sum --check` reads them.
 * @param {string} folder
 */
export async function writeChecksums(folder) {
  const lines = [];
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, name));
    lines.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
  }
  await writeFile(join(folder, NAME), lines.join(""));
}
