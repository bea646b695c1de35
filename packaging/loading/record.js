// Runs commands of a program that need no network, under this Node and its flags, and keeps for each the texts that it
// loads, joined, and the code that V8 compiled of them: `node record.js FOLDER FILE NAMES COMMAND...`, NAMES being what is
// bound in the texts, as JSON.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { textsIn } from "./built.js";
import { joined } from "./joined.js";
import { loaderOf } from "./loader.js";
import { piecesOf } from "./openings.js";
import { pack } from "./pack.js";

/** A machine with something for every part of a lint: a bypass that misses hosts, two proxies, each client's grammar. */
const MACHINE = {
  "etc/environment": "http_proxy=http://proxy.example:3128\nno_proxy=localhost,.example\n",
  "etc/default/docker": 'export HTTP_PROXY="http://proxy.example:3128"\n',
  "etc/systemd/system/docker.service.d/proxy.conf":
    '[Service]\nEnvironment="HTTP_PROXY=http://other.example:3128" "NO_PROXY=localhost"\n',
  "etc/docker/daemon.json": '{ "proxies": { "http-proxy": "http://proxy.example:3128" } }\n',
  "etc/replicated.conf": '{ "HttpProxy": "http://proxy.example:3128" }\n',
  "etc/circleconfig/shared/proxy": 'export JVM_OPTS="-Dhttp.proxyHost=proxy.example -Dhttp.proxyPort=3128"\n',
  "etc/apt/apt.conf.d/90proxy": 'Acquire::http::Proxy "http://proxy.example:3128";\n',
  "etc/profile.d/proxy.sh": "export https_proxy=proxy.example:3128\n",
};

const [folder = "", file = "", names = "{}", ...commands] = process.argv.slice(2);
const texts = {
  ...textsIn(folder),
  // The kept code holds it, and is to be the same in every folder.
  pathOf: (/** @type {string} */ name) => name,
  names: JSON.parse(names),
  require: createRequire(import.meta.url),
};
const machine = mkdtempSync(join(tmpdir(), "proxy-doctor-record-"));
const lint = ["lint", "--root", machine, "--role", "services", "--services", "10.0.1.238"];
/** @type {Readonly<Record<string, readonly (readonly string[])[]>>} */
const LINES = {
  "--version": [["--version"]],
  "--help": [["--help"]],
  route: [["route", "http://169.254.169.254/", "https://s3.amazonaws.com/"]],
  lint: [lint],
  // Refused for want of a target, when all is loaded that measures. It judges as a lint does.
  check: [lint, ["check", "--only", "s3", "--skip", "s3"]],
};
/** @type {Map<string, { text: string, code: Buffer }>} */
const openings = new Map();
try {
  for (const [path, text] of Object.entries(MACHINE)) {
    mkdirSync(dirname(join(machine, path)), { recursive: true });
    writeFileSync(join(machine, path), text);
  }
  for (const command of commands) {
    const lines = LINES[command];
    if (lines === undefined) throw new Error(`nothing is known to record ${command} by`);
    openings.set(command, await openingWith(lines));
  }
} finally {
  rmSync(machine, { recursive: true });
}
writeFileSync(file, pack(piecesOf(openings)));
process.exitCode = 0;

/** @param {readonly (readonly string[])[]} lines */
async function openingWith(lines) {
  const loaded = (await run(lines)).loaded();
  const text = joined(new Map(loaded.map((name) => [name, texts.textOf(name)])), Object.keys(texts.names));
  const code = (await run(lines, text)).script?.createCachedData();
  if (code === undefined) throw new Error("there is no script");
  return { text, code };
}

/**
 * @param {readonly (readonly string[])[]} lines
 * @param {string} [text] of the opening
 */
async function run(lines, text) {
  const loader = loaderOf({ ...texts, opening: text === undefined ? undefined : { text } });
  for (const words of lines) {
    await loader.load("start.js").start(words);
    const status = process.exitCode ?? 0;
    if (![0, 1, 2].includes(Number(status))) throw new Error(`${words.join(" ")} ended with ${status}`);
  }
  return loader;
}
