import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const RECORD = fileURLToPath(new URL("./loading/record.js", import.meta.url));

/**
 * Has a Node run the texts of a folder, and writes the code that its V8 compiled of them into a file.
 * @param {{ node: string, flags: readonly string[], folder: string, file: string, names?: object }} parts
 */
export async function keepCode({ node, flags, folder, file, names = {} }) {
  const env = { PATH: process.env["PATH"] ?? "" };
  // What is random in V8's code would make each build another one.
  await run(node, [...flags, "--random-seed=1", RECORD, folder, file, JSON.stringify(names)], { env });
}
