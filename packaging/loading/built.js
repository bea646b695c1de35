import { fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { unpack } from "./pack.js";

/**
 * The built program's texts in their folder.
 * @param {string} folder
 * @returns {Omit<import("./loader.js").Texts, "codeOf" | "require">}
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
 * The file of the code that a V8 has kept of a program's texts. V8 takes none that was made with other flags, and would
 * take one of another processor's.
 * @param {string} folder
 * @param {readonly string[]} flags
 */
export function codeFileIn(folder, flags) {
  const { arch, versions } = process;
  return join(folder, `${[versions.v8, arch, ...flags].join("_").replaceAll("/", "")}.code`);
}

/**
 * What is kept of each text, by a file that may not be there, or not be whole.
 * @param {string} file
 * @returns {(name: string) => Buffer | undefined}
 */
export function codeIn(file) {
  try {
    const opened = openSync(file, "r");
    const { size } = fstatSync(opened);
    return unpack(size, (begin, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      readSync(opened, bytes, 0, length, begin);
      return bytes;
    });
  } catch {
    return () => undefined;
  }
}
