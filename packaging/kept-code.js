import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { piecesOf } from "./loading/openings.js";
import { pack } from "./loading/pack.js";

const run = promisify(execFile);
const [RECORD_TEXT, RECORD_CODE] = ["record-text", "record-code"].map((name) =>
  fileURLToPath(new URL(`./loading/${name}.js`, import.meta.url)),
);

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
  const scratch = await mkdtemp(join(tmpdir(), "proxy-doctor-openings-"));
  try {
    const [text, code] = [join(scratch, "text"), join(scratch, "code")];
    const openings = new Map();
    for (const command of commands) {
      const what = [folder, JSON.stringify(names), command, text];
      // What is random in V8's code would make each build another one.
      for (const words of [
        [RECORD_TEXT, ...what],
        [RECORD_CODE, ...what, code],
      ]) {
        await run(node, /** @type {string[]} */ ([...flags, "--random-seed=1", ...words]), { env });
      }
      openings.set(command, { text: await readFile(text, "latin1"), code: await readFile(code) });
    }
    await writeFile(file, pack(piecesOf(openings)));
  } finally {
    await rm(scratch, { recursive: true });
  }
}
