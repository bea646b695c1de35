// Where this program lies, so that it can start itself again. A build into one file has another module in this one's
// place. JavaScript, because parts run from the sources too, where Node 20 reads no TypeScript.
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** @typedef {import("./parts.js").PartName} PartName */

/** Beside the built program, and beside this file. */
const PARTS = new URL("./run-part.js", import.meta.url);
/** From beside the built program. */
const PROGRAM = new URL("../bin/proxy-doctor.js", import.meta.url);

/**
 * What starts the program anew, with these words after its name.
 * @param {readonly string[]} words
 * @returns {readonly [string, ...string[]]}
 */
export function programCommand(words) {
  return [fileURLToPath(PROGRAM), ...words];
}

/**
 * What starts a part in a process of its own; the part finds these words last on its command line.
 * @param {PartName} name
 * @param {readonly string[]} words
 * @returns {readonly [string, ...string[]]}
 */
export function partCommand(name, words = []) {
  return [process.execPath, fileURLToPath(PARTS), name, ...words];
}

/**
 * Starts a part in a thread of its own.
 * @param {PartName} name
 */
export function startThread(name) {
  return new Worker(PARTS, { argv: [name] });
}
