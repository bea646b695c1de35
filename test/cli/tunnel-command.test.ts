import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { selfSigned } from "../../src/lab/certificate-authority.ts";
import { closedPort, startPeer, startTlsPeer } from "../rig/peer.ts";
import { startHttpProxy } from "../rig/proxies.ts";
import { runCli } from "../rig/run-cli.ts";
import * as talk from "../rig/talks.ts";

/** No sentence is broken. */
const WIDE = { COLUMNS: "500" };
let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "tunnel-"));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Of a machine without settings. */
const tunnel = (...words: readonly string[]) =>
  runCli(["tunnel", "--root", root, "--role", "workstation", "--timeout", "2", ...words], WIDE);

describe("what stands on the command line", () => {
  test.each([
    [["--services", "-oProxyCommand=sh"], /--services/],
    [["--services", "a;b"], /--services: "a;b" is not a host name/],
    [["--services", "h", "--user", "-l"], /--user/],
    [["--services", "h", "--user", "a b"], /--user: "a b" is not a user's name/],
    [["--services", "h", "--jump", "-oProxyCommand=sh"], /--jump/],
    [["--services", "h", "--jump", "x@-b"], /--jump: "x@-b" is not \[user@\]host\[:port\]/],
    [["--services", "h", "--jump", "a$(b)@c"], /--jump/],
    [["--services", "h", "--jump", "c:99999"], /--jump/],
    [["--services", "h", "--ssh-port", "0"], /--ssh-port: "0" is not a port number/],
    [["--services", "h", "--local-port", "8800x"], /--local-port/],
    [["--services", "h", "--identity", "/nowhere/key"], /--identity: cannot read \/nowhere\/key/],
    [["--services", "h", "--identity", "%d/key"], /--identity: "%d\/key" holds/],
    [["--services", "h", "--proxy", "http://a:s3cret@b:99999"], /--proxy: "http:\/\/a:\*\*\*@b:99999"/],
    [["--services", "h", "--lab", "healthy", "--open"], /--lab.*--open|--open.*--lab/],
    [["--services", "h", "--format", "json", "--open"], /--open/],
    [[], /--services: the host name or address of the Services machine is needed/],
  ] as const)("%j is refused in one line", async (words, says) => {
    const { code, stdout, stderr } = await tunnel(...words);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("a local port that is named and taken is refused", async () => {
    const taken = await startPeer(talk.reads);
    const { code, stderr } = await tunnel("--services", "127.0.0.1", "--local-port", String(taken));
    expect(stderr).toContain(`--local-port: port ${taken} of this machine is taken`);
    expect(code).toBe(2);
  });
});

describe("on loopback", () => {
  const page = talk.answer("302 Found", ["Location: /create-password"]);

  test("a console that answers needs no tunnel", async () => {
    const port = await startTlsPeer(await selfSigned(["console.test"]), talk.says(page));
    const { code, stdout } = await tunnel(
      "--services",
      "127.0.0.1",
      "--console-port",
      String(port),
      "--quiet",
    );
    expect(stdout).toMatch(/^✓ The console on port \d+ of 127\.0\.0\.1 answers from here after \d/);
    expect(stdout).toContain(`open:  https://127.0.0.1:${port}`);
    expect(stdout).not.toContain("type:");
    expect(code).toBe(0);
  });

  test("where nothing listens, the command stands there, and what to look at", async () => {
    const port = await closedPort();
    const { code, stdout } = await tunnel("--services", "127.0.0.1", "--console-port", String(port));
    expect(stdout).toContain(`✗ Nothing listens on port ${port} of 127.0.0.1`);
    expect(stdout).toContain("sudo service replicated-ui status");
    expect(stdout).toContain(`type:  ssh -N -L ${port}:localhost:${port} ubuntu@127.0.0.1\n`);
    expect(code).toBe(1);
  });

  test("what peers say reaches no terminal raw", async () => {
    const hostile = `SSH-1.0-\u001b]0;owned\u0007\u202e${"x".repeat(300)}`;
    const ssh = await startPeer(talk.saysAtOnce(`${hostile}\r\n`));
    const port = await startPeer(talk.saysAtOnce(`\u001b[2J${"\u0000".repeat(5000)}`));
    const ports = ["--console-port", String(port), "--ssh-port", String(ssh)];
    for (const format of ["table", "json"]) {
      const { stdout } = await tunnel("--services", "127.0.0.1", ...ports, "--format", format);
      expect(stdout).toContain("SSH-1.0-");
      expect(/(?!\n)[\p{Cc}\p{Cf}]/u.test(stdout)).toBe(false);
    }
  });

  test("JSON has the advice, its words and no login", async () => {
    const env = join(root, "job.env");
    const proxy = `127.0.0.1:${await closedPort()}`;
    writeFileSync(env, `https_proxy=http://alice:Zq-secret@${proxy}\n`);
    const port = await closedPort();
    const { code, stdout } = await tunnel(
      ...["--services", "127.0.0.1", "--console-port", String(port), "--env-file", env, "--format", "json"],
    );
    expect(JSON.parse(stdout)).toMatchObject({
      services: "127.0.0.1",
      consolePort: port,
      cause: "not-listening",
      words: ["ssh", "-N", "-L", `${port}:localhost:${port}`, expect.any(String)],
      address: `https://localhost:${port}`,
      explained: { what: expect.stringContaining("Nothing listens") },
    });
    expect(
      JSON.parse(stdout).sights.map(
        ({ port: at, route }: { port: string; route: string }) => `${at} ${route}`,
      ),
    ).toEqual([
      "replicated-ui direct",
      `replicated-ui http://alice@${proxy}`,
      "ssh direct",
      `ssh http://alice@${proxy}`,
    ]);
    expect(stdout).not.toContain("Zq-secret");
    expect(code).toBe(1);
  });

  test("an interrupt ends it at once, with what is known", async () => {
    const silent = await startPeer(talk.reads);
    const { code, stdout } = await runCli(
      [
        "tunnel",
        "--root",
        root,
        "--services",
        "127.0.0.1",
        "--console-port",
        String(silent),
        "--timeout",
        "60",
      ],
      WIDE,
      (child) => setTimeout(() => child.kill("SIGINT"), 1500),
    );
    expect(stdout).toContain("is not known: it was not measured to the end");
    expect(code).toBe(3);
  });
});

test("on the box the command is one for others", async () => {
  const { stdout } = await runCli(["tunnel", "--lab", "healthy"], WIDE);
  expect(stdout).toContain("answers on this machine, at its own address");
  expect(stdout).toContain("type:  ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238");
});

test("proxy-command carries bytes both ways, and says nothing of its own", async () => {
  const sshd = await startPeer((socket) => socket.end("SSH-2.0-here\r\n"));
  const proxy = await startHttpProxy();
  const { code, stdout, stderr } = await runCli([
    ...["proxy-command", "--root", root, `http://127.0.0.1:${proxy.port}`, "127.0.0.1", String(sshd)],
  ]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "SSH-2.0-here\r\n", stderr: "" });
});

test("proxy-command says in one line why the proxy lets it not through", async () => {
  const proxy = await startPeer(
    talk.says(talk.answer("403 Forbidden", ["X-Squid-Error: ERR_ACCESS_DENIED 0"])),
  );
  const { code, stdout, stderr } = await runCli([
    ...["proxy-command", "--root", root, `http://127.0.0.1:${proxy}`, "10.0.1.238", "22"],
  ]);
  expect(stderr).toMatch(
    /^proxy-doctor: http:\/\/127\.0\.0\.1:\d+ leads to no port 22 of 10\.0\.1\.238: proxy denies it .*\n$/,
  );
  expect(stdout).toBe("");
  expect(code).toBe(3);
});
