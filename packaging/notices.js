import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The licences of the packages of which a bundle holds files, as they ask to be passed on with it.
 * @param {readonly string[]} inputs paths of the bundled files, as esbuild's metafile has them
 * @param {readonly string[]} brought folders of the packages with which executables are made
 */
export async function noticesFor(inputs, brought) {
  const folders = inputs.flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  const notices = [];
  for (const folder of [...new Set(folders)]
    .sort()
    .map((each) => join(root, each))
    .concat(brought)) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    notices.push(`${name} ${version} (${license})\n\n${await licenceIn(folder)}`);
  }
  return notices.join(`\n${"-".repeat(72)}\n\n`);
}

/** @param {string} folder */
async function licenceIn(folder) {
  const names = (await readdir(folder)).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.map((text) => `${text.trim()}\n`).join("\n");
}
