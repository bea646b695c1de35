import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { textsIn } from "./built.js";
import { loaderOf } from "./loader.js";

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

/**
 * What is typed to have the texts run that a command opens with. It needs no network.
 * @type {Readonly<Record<string, (machine: string) => readonly (readonly string[])[]>>}
 */
const LINES = {
  "--version": () => [["--version"]],
  "--help": () => [["--help"]],
  route: () => [["route", "http://169.254.169.254/", "https://s3.amazonaws.com/"]],
  lint: (machine) => [["lint", "--root", machine, "--role", "services", "--services", "10.0.1.238"]],
  // Refused for want of a target, when all is loaded that measures. It judges as a lint does.
  check: (machine) => [...linesOf("lint", machine), ["check", "--only", "s3", "--skip", "s3"]],
};

/**
 * @param {string} command
 * @param {string} machine
 */
function linesOf(command, machine) {
  const lines = LINES[command];
  if (lines === undefined) throw new Error(`nothing is known to record ${command} by`);
  return lines(machine);
}

/**
 * Runs a command of the program whose texts a folder holds, and gives the loader that it was run by.
 * @param {{ folder: string, names: Readonly<Record<string, string>>, command: string, text?: string }} what
 * `names` are bound in the texts; `text` is that of the opening
 */
export async function recorded({ folder, names, command, text }) {
  const loader = loaderOf({
    ...textsIn(folder),
    // The kept code holds it, and is to be the same in every folder.
    pathOf: (name) => name,
    names,
    opening: text === undefined ? undefined : { text },
    require: createRequire(import.meta.url),
  });
  const machine = mkdtempSync(join(tmpdir(), "proxy-doctor-record-"));
  try {
    for (const [path, content] of Object.entries(MACHINE)) {
      mkdirSync(dirname(join(machine, path)), { recursive: true });
      writeFileSync(join(machine, path), content);
    }
    for (const words of linesOf(command, machine)) {
      await loader.load("start.js").start(words);
      const status = process.exitCode ?? 0;
      if (![0, 1, 2].includes(Number(status))) throw new Error(`${words.join(" ")} ended with ${status}`);
    }
  } finally {
    rmSync(machine, { recursive: true });
  }
  process.exitCode = 0;
  return loader;
}
