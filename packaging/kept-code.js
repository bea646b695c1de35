import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const RECORD = fileURLToPath(new URL("./loading/record.js", import.meta.url));

/**
 * Has a Node run commands of the program whose texts a folder holds, and writes into a file what each opens with. The last
 * command's serves all others.
 * @param {{ node: string, flags: readonly string[], folder: string, file: string, names?: object, commands: readonly string[] }} parts
 */
export async function keepCode({ node, flags, folder, file, names = {}, commands }) {
  const env = { PATH: process.env["PATH"] ?? "" };
  // What is random in V8's code would make each build another one.
  await run(node, [...flags, "--random-seed=1", RECORD, folder, file, JSON.stringify(names), ...commands], {
    env,
  });
}
