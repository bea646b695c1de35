import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hoisted } from "./hoisted.js";
import { textsIn } from "./loading/built.js";
import { joined } from "./loading/joined.js";
import { piecesOf } from "./loading/openings.js";
import { pack } from "./loading/pack.js";

const run = promisify(execFile);
const [RECORD_NAMES, RECORD_CODE] = /** @type {[string, string]} */ (
  ["record-names", "record-code"].map((name) =>
    fileURLToPath(new URL(`./loading/${name}.js`, import.meta.url)),
  )
);

/**
 * @typedef {object} Recording
 * @property {string} node
 * @property {readonly string[]} flags
 * @property {string} folder of the program's texts
 * @property {ReadonlyMap<string, string>} modules of which they were made
 * @property {object} [names] bound in the texts
 * @property {readonly string[]} commands by their first words; the last one's opening serves all others
 * @property {string} file
 */

/** Its opening serves commands that need but some of its modules, so that each is run when it is needed. */
const PIECEMEAL = "check";

/**
 * Has a Node run commands of a program, and writes into a file what each opens with.
 * @param {Recording} recording
 */
export async function keepCode(recording) {
  const { node, flags, folder, names = {}, commands, file } = recording;
  const scratch = await mkdtemp(join(tmpdir(), "proxy-doctor-openings-"));
  /** @param {readonly string[]} words */
  const record = (...words) =>
    // What is random in V8's code would make each build another one.
    run(node, [...flags, "--random-seed=1", ...words], { env: { PATH: process.env["PATH"] ?? "" } });
  try {
    const [loaded, text, code] = /** @type {[string, string, string]} */ (
      ["loaded", "text", "code"].map((name) => join(scratch, name))
    );
    const openings = new Map();
    for (const command of commands) {
      const what = [folder, JSON.stringify(names), command];
      await record(RECORD_NAMES, ...what, loaded);
      await writeFile(text, await textFor(command, JSON.parse(await readFile(loaded, "utf8")), recording));
      await record(RECORD_CODE, ...what, text, code);
      openings.set(command, { text: await readFile(text, "latin1"), code: await readFile(code) });
    }
    await writeFile(file, pack(piecesOf(openings)));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} loaded
 * @param {Recording} recording
 */
async function textFor(command, loaded, { folder, modules, names = {} }) {
  const bound = Object.keys(names);
  if (command === PIECEMEAL) {
    const { textOf } = textsIn(folder);
    return joined(new Map(loaded.map((name) => [name, textOf(name)])), bound);
  }
  return hoisted(new Map(loaded.map((name) => [name, modules.get(name) ?? ""])), bound);
}
