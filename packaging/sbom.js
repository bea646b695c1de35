import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { RUNTIMES, versionOf } from "./brought.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes what the files are made of (CycloneDX): the packages that the program depends on, and the runtimes.
 * @param {string} brought
 * @param {string} folder
 */
export async function writeBillOfMaterials(brought, folder) {
  const file = join(folder, "proxy-doctor.cdx.json");
  const program = join(brought, "@cyclonedx", "cyclonedx-npm", "bin", "cyclonedx-npm-cli.js");
  const words = ["--omit", "dev", "--output-reproducible", "--mc-type", "application", "--output-file", file];
  await run(process.execPath, [program, ...words], { cwd: root });
  const bill = JSON.parse(await readFile(file, "utf8"));
  bill.components.push(...(await Promise.all(RUNTIMES.map(componentOf))));
  await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
}

/** @param {string} name */
async function componentOf(name) {
  const version = await versionOf(name);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return { type: "application", name, version, "bom-ref": purl, purl };
}
