import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { keepCode } from "./kept-code.js";
import { mainText } from "./loading/main-text.js";
import { pack } from "./loading/pack.js";
import { optionsFor } from "./one-file/bundle.js";
import { textsByName } from "./texts.js";

const run = promisify(execFile);

/** Where Node looks for the program in itself (Node's documentation of single executables). */
const RESOURCE = "NODE_SEA_BLOB";
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** A nursery of at most 8 MB keeps many attempts small; one that begins with 4 is not collected before a lint has ended. */
const FLAGS = ["--min-semi-space-size=4", "--max-semi-space-size=8"];

/** Files of the folder: their paths are not to be in what is made. */
const [MAIN, TEXTS, OPENINGS, NONE] = ["main.js", "texts", "openings", "no-openings"];
const [BLOB, RECIPE] = ["program.blob", "sea.json"];

/**
 * Writes into a folder what executables of Node's hold: the program, and the code that a Node of theirs that runs here
 * compiles of it.
 * @param {{ folder: string, own: string }} parts
 */
export async function writeProgram({ folder, own }) {
  const options = optionsFor("node-executable");
  const entryPoints = [...options.entryPoints, "src/cli/start.ts"];
  const { texts, modules } = await textsByName({ ...options, entryPoints });
  const unpacked = join(folder, "unpacked");
  await mkdir(unpacked);
  for (const [name, text] of texts) await writeFile(join(unpacked, name), text);
  await writeFile(join(folder, TEXTS), pack(new Map(texts.map(([name, text]) => [name, Buffer.from(text)]))));
  const names = { ONE_FILE_PATH: own, ONE_FILE_URL: "" };
  const commands = ["--version", "--help", "route", "lint", "check"];
  await keepCode({
    node: own,
    flags: FLAGS,
    folder: unpacked,
    modules,
    file: join(folder, OPENINGS),
    names,
    commands,
  });
  await writeFile(join(folder, NONE), pack(new Map()));
  await writeFile(join(folder, MAIN), await mainText("executable-main"));
}

/**
 * Writes an executable of Node's that holds the program of a folder.
 * @param {{ folder: string, node: string, own: string, brought: string, file: string }} parts
 * `node` is what it is made of; `own` is a Node of the same version that runs here
 */
export async function nodeExecutable({ folder, node, own, brought, file }) {
  const blob = join(folder, BLOB);
  await writeFile(join(folder, RECIPE), JSON.stringify(recipeFor(node === own)));
  await run(own, ["--experimental-sea-config", RECIPE], { cwd: folder });
  await copyFile(node, file);
  await chmod(file, 0o755);
  const postject = join(brought, "postject", "dist", "cli.js");
  await run(process.execPath, [postject, file, RESOURCE, blob, "--sentinel-fuse", FUSE]);
}

/** @param {boolean} isOwn */
function recipeFor(isOwn) {
  return {
    main: MAIN,
    output: BLOB,
    disableExperimentalSEAWarning: true,
    // Behind the dashes nothing is node's: it would take --env-file for its own, wherever it stands.
    execArgv: [...FLAGS, "--"],
    // NODE_OPTIONS are for who runs a node, not for this program.
    execArgvExtension: "none",
    // The first text is there for the threads. Code that is compiled for one processor is nothing to another.
    assets: { main: MAIN, texts: TEXTS, openings: isOwn ? OPENINGS : NONE },
  };
}
