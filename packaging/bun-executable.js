import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Writes an executable of bun's that holds a program, of which the text is a file; for another processor without
 * code that is compiled already.
 * @param {{ text: string, bun: string, own: string, target: string, file: string, folder: string }} parts
 * `bun` is what it is made of; `own` is a bun of the same version that runs here
 */
export async function bunExecutable({ text, bun, own, target, file, folder }) {
  await run(
    own,
    [
      "build",
      text,
      "--compile",
      ...(bun === own ? ["--bytecode"] : ["--compile-executable-path", bun]),
      ...["--format", "cjs", "--target", target, "--outfile", file],
      // Somebody else asks for it where it is installed.
      ...["--external", "kerberos"],
      // What lies in the folder that it is started in is not ours to read.
      ...["--no-compile-autoload-dotenv", "--no-compile-autoload-bunfig"],
    ],
    { cwd: folder },
  );
}
