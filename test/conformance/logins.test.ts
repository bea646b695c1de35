import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import type { ClientName, LoginNeed, LoginScheme } from "../../src/model/client.ts";
import type { Command } from "../../src/model/program.ts";
import { PROGRAMS } from "../../src/observe/programs.ts";
import { versionOf } from "../../src/observe/run-program.ts";
import { startPeer } from "../rig/peer.ts";
import { goCaller } from "./go.ts";

const CHALLENGES: Readonly<Record<LoginScheme, string>> = {
  Basic: 'Basic realm="here"',
  Digest: 'Digest realm="here", nonce="abc", qop="auth", algorithm=MD5',
  NTLM: "NTLM",
  Negotiate: "Negotiate",
};
const OFFERS: readonly (readonly LoginScheme[])[] = [
  ["Basic"],
  ["Digest"],
  ["NTLM"],
  ["Negotiate"],
  ["Digest", "Basic"],
  ["Basic", "NTLM"],
  ["NTLM", "Digest"],
  ["Negotiate", "Basic"],
];
const PATIENCE_MS = 4000;
/** A driver of a JVM's takes its options as they are; what needs no more than these is had with them. */
const JVM = ["http", "https"].flatMap((scheme) => [
  `-D${scheme}.proxyHost=127.0.0.1`,
  `-D${scheme}.proxyUser=user`,
  `-D${scheme}.proxyPassword=password`,
]);
const LOGIN = fileURLToPath(new URL("./drivers/java/Login.java", import.meta.url));

/** A client as it is run: what is set besides the login in the proxy's URL, and how. */
type Run = {
  readonly client: ClientName;
  readonly has: readonly LoginNeed[];
  readonly command: (url: string, port: number, offered: readonly LoginScheme[]) => Command;
};

let folder = "";
let go: Awaited<ReturnType<typeof goCaller>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "conformance-"));
  go = await goCaller(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const installed = (client: ClientName) => PROGRAMS[client][0];
const plain = (client: ClientName): Run => ({
  client,
  has: [],
  command: (url) => installed(client)?.command(url, []) ?? ["false"],
});
const java = (has: readonly LoginNeed[], ...options: readonly string[]): Run => ({
  client: "java",
  has,
  command: (url, port) => {
    const ports = ["http", "https"].map((scheme) => `-D${scheme}.proxyPort=${port}`);
    return ["java", ...JVM, ...ports, ...options, LOGIN, url];
  },
});
const weakest = (offered: readonly LoginScheme[]) =>
  (["Basic", "NTLM", "Digest", "Negotiate"] as const).find((scheme) => offered.includes(scheme)) ?? "Basic";

const RUNS: readonly Run[] = [
  ...(["curl", "wget", "apt", "git", "python-urllib", "python-requests", "botocore"] as const).map(plain),
  ...(["java", "node-undici", "node-proxy-agent"] as const).map(plain),
  { client: "go", has: [], command: (url) => go({ url }) },
  {
    client: "curl",
    has: ["curlrc"],
    command: (url, _, offered) => ["curl", `--proxy-${weakest(offered).toLowerCase()}`, "-sk", url],
  },
  {
    client: "git",
    has: ["git-proxy-auth-method"],
    command: (url, _, offered) => {
      const method = `http.proxyAuthMethod=${weakest(offered).toLowerCase()}`;
      return ["git", "-c", method, "-c", "core.askPass=true", "ls-remote", url];
    },
  },
  java(["java-authenticator"]),
  java(["java-authenticator", "java-disabled-schemes"], "-Djdk.http.auth.tunneling.disabledSchemes="),
];

/** The schemes by which a program logs in to a proxy that offers some and is content with none. */
async function loginsSeen(run: Run, offered: readonly LoginScheme[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  const port = await startPeer((socket) => {
    let heard = "";
    let refusals = 0;
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      for (let end = heard.indexOf("\r\n\r\n"); end >= 0; end = heard.indexOf("\r\n\r\n")) {
        const scheme = /^proxy-authorization: (\S+)/im.exec(heard.slice(0, end))?.[1];
        heard = heard.slice(end + 4);
        if (scheme !== undefined) seen.add(scheme);
        refusals += 1;
        const fields = offered.map((each) => `Proxy-Authenticate: ${CHALLENGES[each]}\r\n`);
        const refusal = `HTTP/1.1 407 Proxy Authentication Required\r\n${fields.join("")}Content-Length: 0\r\n\r\n`;
        if (refusals > 4) socket.destroy();
        else socket.write(refusal);
      }
    });
  });
  const proxy = `http://user:password@127.0.0.1:${port}`;
  const [program, ...words] = run.command("https://example.com/", port, offered);
  const env = {
    ...{
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      LC_ALL: "C.UTF-8",
      HTTPS_PROXY: proxy,
      https_proxy: proxy,
    },
    ...installed(run.client)?.settings,
  };
  await new Promise((resolve) =>
    execFile(program, words, { env, cwd: folder, timeout: PATIENCE_MS, killSignal: "SIGKILL" }, resolve),
  );
  // A login by what nobody offers, as Basic unasked, is none.
  return [...seen].filter((scheme) => offered.some((each) => each === scheme));
}

describe.each(RUNS)("$client with $has", (run) => {
  const cases = OFFERS.map((offered) => [offered.join(", "), offered] as const);
  test.each(cases)(
    "logs in as its model says where it is offered %s",
    async (_, offered) => {
      const logins = CLIENTS[run.client].logins(offered, await versionOfClient(run.client));
      const possible = logins.filter(({ needs }) => needs.every((need) => run.has.includes(need)));
      const seen = await loginsSeen(run, offered);
      // One is chosen among those that are possible, and there is none where none is.
      expect(seen.length > 0, `${seen} of ${JSON.stringify(logins)}`).toBe(possible.length > 0);
      for (const scheme of seen) expect(possible.map((login) => login.scheme)).toContain(scheme);
    },
    30_000,
  );
});

/** Of the Go that is installed it is the compiler that tells; every other program is to be there. */
async function versionOfClient(client: ClientName): Promise<string | undefined> {
  const program = installed(client);
  if (client === "go" || program === undefined) return undefined;
  const version = await versionOf(program);
  if (version === undefined) throw new Error(`not installed: ${program.name}`);
  return version;
}
