import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ClientName } from "../../../src/model/client.ts";
import { printed } from "../subject.ts";

const run = promisify(execFile);

/** A program that calls URLs and checks certificates as it does by itself. */
export type Caller = {
  readonly client: ClientName;
  /** As the program prints it; `undefined` where it is not installed. */
  readonly version: () => Promise<string | undefined>;
  /** Its command lines, each of which calls some of the URLs. Options stand in the environment, as in its model. */
  readonly commands: (urls: readonly string[], options: Options, folder: string) => readonly Command[];
  readonly build?: (folder: string) => Promise<void>;
};

export type Options = Readonly<Record<string, string>>;
type Command = readonly [string, ...string[]];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const each = (urls: readonly string[], command: (url: string) => Command) => urls.map(command);
/** Debian's, unless another is asked for. */
export const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";
const NODE = process.env["CONFORMANCE_NODE"] ?? process.execPath;

function python(client: ClientName, library: string): Caller {
  const driver = here("./trust-client.py");
  return {
    client,
    version: () => printed([PYTHON, driver, library, "--version"], /^(\S+.*)/),
    commands: (urls) => [[PYTHON, driver, library, ...urls]],
  };
}

function node(client: ClientName, call: string): Caller {
  return {
    client,
    version: () => printed([NODE, "--version"], /^v(\S+)/),
    commands: (urls) => [[NODE, "--input-type=module", "-e", call, ...urls]],
  };
}

export const CALLERS: readonly Caller[] = [
  {
    client: "curl",
    version: () => printed(["curl", "--version"], /^curl (\S+)/),
    commands: (urls, options) => each(urls, (url) => ["curl", "-s", ...Object.entries(options).flat(), url]),
  },
  {
    client: "wget",
    version: () => printed(["wget", "--version"], /^GNU Wget (\S+)/),
    commands: (urls, options) =>
      each(urls, (url) => [
        "wget",
        ...["-q", "-O", "/dev/null", "--no-config", "--no-hsts", "--tries=1", "--timeout=4"],
        ...Object.entries(options).map(([name, value]) => `--execute=${name}=${value}`),
        url,
      ]),
  },
  {
    client: "apt",
    version: () => printed(["apt", "--version"], /^apt (\S+)/),
    commands: (urls, options) =>
      each(urls, (url) => [
        "/usr/lib/apt/apt-helper",
        ...["download-file", "-qq", "--option=Acquire::Retries=0", "--option=APT::Sandbox::User=root"],
        ...Object.entries(options).map(([name, value]) => `--option=${name}=${value}`),
        ...[url, "/nonexistent/apt"],
      ]),
  },
  {
    client: "git",
    version: () => printed(["git", "--version"], /version (\S+)/),
    commands: (urls, options) =>
      each(urls, (url) => [
        "git",
        ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
        ...["ls-remote", url],
      ]),
  },
  python("python-urllib", "urllib"),
  python("python-requests", "requests"),
  python("botocore", "botocore"),
  {
    client: "go",
    version: () => printed(["go", "version"], /^go version go(\S+)/),
    commands: (urls, _, folder) => [[join(folder, "call"), ...urls]],
    build: async (folder) => {
      const env = {
        ...process.env,
        CGO_ENABLED: "0",
        GO111MODULE: "off",
        GOCACHE: join(folder, "cache"),
        GOPATH: folder,
      };
      await run("go", ["build", "-o", join(folder, "call"), here("./trust-client.go")], { env });
    },
  },
  {
    client: "java",
    version: () => printed(["java", "-version"], /version "([^"]+)"/),
    commands: (urls, _, folder) => [
      ["java", "-XX:TieredStopAtLevel=1", "-cp", folder, "TrustClient", ...urls],
    ],
    build: async (folder) => {
      await run("javac", ["-nowarn", "-d", folder, here("./TrustClient.java")]);
    },
  },
  node("node-undici", "for (const url of process.argv.slice(1)) await fetch(url).catch(() => undefined);"),
  node(
    "node-proxy-agent",
    "import https from 'node:https'; for (const url of process.argv.slice(1)) await new Promise((done) => https.get(url, (answer) => { answer.resume(); done(); }).on('error', done));",
  ),
];
