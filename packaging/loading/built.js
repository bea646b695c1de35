import { fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { openingFor } from "./openings.js";
import { unpack } from "./pack.js";

/**
 * The built program's texts in their folder.
 * @param {string} folder
 * @returns {Omit<import("./loader.js").Texts, "opening" | "require">}
 */
export function textsIn(folder) {
  return {
    // They are ASCII: the build sees to it.
    textOf: (name) => readFileSync(join(folder, name), "latin1"),
    pathOf: (name) => join(folder, name),
    names: {},
  };
}

/**
 * The file of the openings with the code that a V8 has kept of them. V8 takes none that was made with other flags, and
 * would take one of another processor's.
 * @param {string} folder
 * @param {readonly string[]} flags
 */
export function openingsFileIn(folder, flags) {
  const { arch, versions } = process;
  return join(folder, `${[versions.v8, arch, ...flags].join("_").replaceAll("/", "")}.code`);
}

/**
 * The opening for the first word of a command line, by a file that may not be there, or not be whole.
 * @param {string} file
 * @param {string} [word]
 */
export function openingIn(file, word) {
  try {
    const opened = openSync(file, "r");
    const { size } = fstatSync(opened);
    const pieceOf = unpack(size, (begin, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      readSync(opened, bytes, 0, length, begin);
      return bytes;
    });
    return openingFor(pieceOf, word);
  } catch {
    return undefined;
  }
}
