import { execFile } from "node:child_process";
import { chmod, copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where Node looks for the program in itself (Node's documentation of single executables). */
const RESOURCE = "NODE_SEA_BLOB";
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** Files of the folder: their paths are not to be in what is made. */
const BLOB = "program.blob";
const RECIPE = "sea.json";

/**
 * Writes an executable of Node's that holds a program, of which the text is a file of a folder.
 * @param {{ text: string, folder: string, node: string, own: string, brought: string, file: string }} parts
 * `node` is what it is made of; `own` is a Node of the same version that runs here
 */
export async function nodeExecutable({ text, folder, node, own, brought, file }) {
  const blob = join(folder, BLOB);
  await writeFile(join(folder, RECIPE), JSON.stringify(recipeFor(text, node === own)));
  // What is random in V8's cache of the compiled program would make each build another one.
  await run(own, ["--random-seed=1", "--experimental-sea-config", RECIPE], { cwd: folder });
  await copyFile(node, file);
  await chmod(file, 0o755);
  const postject = join(brought, "postject", "dist", "cli.js");
  await run(process.execPath, [postject, file, RESOURCE, blob, "--sentinel-fuse", FUSE]);
}

/**
 * @param {string} text
 * @param {boolean} isOwn
 */
function recipeFor(text, isOwn) {
  return {
    main: text,
    output: BLOB,
    disableExperimentalSEAWarning: true,
    // Code that is compiled for one processor is nothing to another.
    useCodeCache: isOwn,
    // Behind the dashes nothing is node's: it would take --env-file for its own, wherever it stands.
    execArgv: ["--max-semi-space-size=8", "--"],
    // NODE_OPTIONS are for who runs a node, not for this program.
    execArgvExtension: "none",
    // For the threads, which have no file to read.
    assets: { program: text },
  };
}
