// Stands in the place of src/parts/program.js where the whole program is one file: the file starts itself again.
import { Worker } from "node:worker_threads";
import { FILE, FORM } from "./form.ts";

/** @typedef {import("../../src/parts/parts.js").PartName} PartName */

/**
 * What starts the program anew, with these words after its name. A script's words are hidden from node by a colon.
 * @param {readonly string[]} words
 * @returns {readonly [string, ...string[]]}
 */
export function programCommand(words) {
  return FORM === "script"
    ? [process.execPath, FILE, ...words.map((word) => `:${word}`)]
    : [process.execPath, ...words];
}

/**
 * What starts a part in a process of its own; the part finds these words last on its command line.
 * @param {PartName} name
 * @param {readonly string[]} words
 */
export function partCommand(name, words = []) {
  return programCommand([RUN_PART, name, ...words]);
}

/** The first word of a command line that names a part. */
export const RUN_PART = "--run-part";

/**
 * Starts a part in a thread of its own. An executable of Node's has no file that a thread could read.
 * @param {PartName} name
 */
export function startThread(name) {
  const argv = [RUN_PART, name];
  if (FORM !== "node-executable") return new Worker(FILE, { argv });
  const { getAsset } = process.getBuiltinModule("node:sea");
  return new Worker(getAsset("main", "utf8"), { eval: true, argv });
}
