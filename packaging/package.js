// `npm run package`: the program as one file for each kind of machine, into release/. `-- script` builds
// proxy-doctor.cjs alone.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUNS, bring, bunIn, nodeIn, RUNTIMES } from "./brought.js";
import { bunExecutable } from "./bun-executable.js";
import { writeChecksums } from "./checksums.js";
import { nodeExecutable, writeProgram } from "./node-executable.js";
import { noticesFor } from "./notices.js";
import { wholeText } from "./one-file/bundle.js";
import { script } from "./one-file/script.js";
import { writeBillOfMaterials } from "./sbom.js";

const release = fileURLToPath(new URL("../release/", import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), "proxy-doctor-package-"));
try {
  await rm(release, { recursive: true, force: true });
  await mkdir(release, { recursive: true });
  const inputs = await step("proxy-doctor.cjs", writeScript);
  /** @type {string[]} */
  const runtimes = [];
  if (!process.argv.includes("script")) {
    const brought = await step("what npm brings", bring);
    runtimes.push(...RUNTIMES.map((name) => join(brought, name)));
    await copyFile(new URL("./launcher.sh", import.meta.url), join(release, "proxy-doctor"));
    await step("executables of Node's", () => nodeExecutables(brought));
    await step("executables of bun's", () => bunExecutables(brought));
    await step("bill of materials", () => writeBillOfMaterials(brought, release));
  }
  await writeFile(join(release, "THIRD-PARTY-NOTICES.txt"), await noticesFor(inputs, runtimes));
  await writeChecksums(release);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function writeScript() {
  const { text, metafile } = await script();
  await writeFile(join(release, "proxy-doctor.cjs"), text, { mode: 0o755 });
  return Object.keys(metafile.inputs);
}

/** @param {string} brought */
async function nodeExecutables(brought) {
  const own = nodeIn(brought, process.arch);
  await writeProgram({ folder: scratch, own });
  for (const arch of ["x64", "arm64"]) {
    const file = join(release, `proxy-doctor-linux-${arch}`);
    await nodeExecutable({ folder: scratch, node: nodeIn(brought, arch), own, brought, file });
  }
}

/** @param {string} brought */
async function bunExecutables(brought) {
  await writeFile(join(scratch, "proxy-doctor.js"), await wholeText());
  const own = bunIn(brought, process.arch);
  for (const [arch, target] of Object.entries(BUNS)) {
    const [bun, file] = [bunIn(brought, arch), join(release, `proxy-doctor-linux-${arch}-old`)];
    await bunExecutable({ text: "proxy-doctor.js", bun, own, target, file, folder: scratch });
  }
}

/**
 * Does one step, and says how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
async function step(name, work) {
  const begun = performance.now();
  const result = await work();
  process.stdout.write(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return result;
}
