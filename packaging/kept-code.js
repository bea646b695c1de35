import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const RECORD = fileURLToPath(new URL("./loading/record.js", import.meta.url));

/**
 * @typedef {object} Recording
 * @property {string} node
 * @property {readonly string[]} flags
 * @property {string} folder of the program's texts
 * @property {object} [names] bound in the texts
 * @property {readonly string[]} commands by their first words; the last one's opening serves all others
 * @property {string} file
 */

/**
 * Has a Node run commands of a program, and writes into a file what each opens with.
 * @param {Recording} recording
 */
export async function keepCode({ node, flags, folder, names = {}, commands, file }) {
  const env = { PATH: process.env["PATH"] ?? "" };
  // What is random in V8's code would make each build another one.
  await run(node, [...flags, "--random-seed=1", RECORD, folder, file, JSON.stringify(names), ...commands], {
    env,
  });
}
