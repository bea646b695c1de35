import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import tls from "node:tls";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { selfSigned } from "../../src/lab/certificate-authority.ts";
import { closedPort, startPeer, startTlsPeer } from "../rig/peer.ts";
import { descendants, isAlive, type Seen } from "../rig/processes.ts";
import { isInstalled, type Started } from "../rig/real-program.ts";
import { type Ended, runCli } from "../rig/run-cli.ts";
import { startSshProxy } from "../rig/ssh-proxy.ts";
import { NO_SSH, type SshWorld, sshWorld } from "../rig/ssh-world.ts";
import * as talk from "../rig/talks.ts";

const CONSOLE = talk.says(talk.answer("302 Found", ["Location: /create-password"]));
const UP = /Open https:\/\/localhost:(\d+) and leave this running/;
/** Nothing listens there: to this machine a Services machine whose console and sshd are closed to it. */
const ELSEWHERE = "127.0.0.3";

const program = fileURLToPath(new URL("../../bin/proxy-doctor.js", import.meta.url));
let ssh: SshWorld;
let consolePort = 0;

/** A tunnel that was opened: what it printed, and every process that it had started, as long as it ran. */
type Run = Ended & { readonly started: readonly Seen[] };

type Tunnel = {
  readonly words?: readonly string[];
  /** What its environment says of proxies; nothing of this machine's own is read. */
  readonly settings?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is done when the console answers, with the near end's port. */
  readonly whenUp?: (child: ChildProcess, port: number) => void;
  /** When this text stands on stderr or stdout. */
  readonly when?: readonly [string, (child: ChildProcess) => void];
};

const interrupt = (child: ChildProcess) => void child.kill("SIGINT");

/** To the console behind this sshd; nothing of this machine's own settings is read. */
function wordsFor(port: number, settings = ""): readonly string[] {
  return [
    ...["tunnel", "--open", "--services", "127.0.0.1", "--ssh-port", String(port), "--user", ssh.user],
    ...["--console-port", String(consolePort), "--timeout", "2", "--deadline", "8"],
    ...["--root", ssh.root(settings), "--env-file", ssh.environmentFile],
  ];
}

async function open({ port }: { readonly port: number }, tunnel: Tunnel = {}): Promise<Run> {
  const { words = [], settings = "", environment = {}, whenUp = interrupt, when } = tunnel;
  const started = new Map<number, Seen>();
  const ended = await runCli(
    [...wordsFor(port, settings), ...words],
    { PATH: ssh.path, ...environment },
    (child) => {
      let said = "";
      const done = new Set<string>();
      const watching = setInterval(() => {
        for (const each of descendants(child.pid ?? 0)) started.set(each.pid, each);
      }, 100);
      child.once("exit", () => clearInterval(watching));
      const hear = (chunk: Buffer) => {
        said += chunk;
        for (const each of descendants(child.pid ?? 0)) started.set(each.pid, each);
        const [up, begins] = UP.exec(said) ?? [];
        if (up !== undefined && !done.has(up)) whenUp(done.add(up) && child, Number(begins));
        if (when !== undefined && said.includes(when[0]) && !done.has(when[0]))
          when[1](done.add(when[0]) && child);
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
    },
  );
  return { ...ended, started: [...started.values()] };
}

/** ssh, and what it starts to get there. */
function connectors({ started }: Run): readonly Seen[] {
  return started.filter(
    ({ name, words }) => /^(ssh|nc|ncat|corkscrew)$/.test(name) || words.includes("proxy-command"),
  );
}

async function expectNoneLeft(run: Run): Promise<void> {
  expect(connectors(run).length).toBeGreaterThan(0);
  for (let turn = 0; turn < 20 && run.started.some(isAlive); turn += 1) await pause(100);
  expect(run.started.filter(isAlive)).toEqual([]);
}

async function sshd(...lines: readonly string[]): Promise<Started> {
  const started = await ssh.start(...lines);
  onTestFinished(started.stop);
  return started;
}

/** The status line that an HTTPS server on this machine answers with. */
function askedAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: "localhost", port, rejectUnauthorized: false });
    socket.once("secureConnect", () => socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    socket.once("data", (chunk) => {
      socket.destroy();
      resolve(String(chunk).split("\r\n")[0] ?? "");
    });
    socket.once("error", reject);
  });
}

const why =
  NO_SSH ?? (process.platform === "linux" ? undefined : "skipped: looks at processes as Linux shows them");

describe.skipIf(why !== undefined)(
  `tunnel --open, with the real ssh${why === undefined ? "" : ` (${why})`}`,
  { timeout: 60_000 },
  () => {
    beforeAll(() => {
      ssh = sshWorld();
    });
    afterAll(() => ssh.close());
    beforeEach(async () => {
      ssh.restore();
      consolePort = await startTlsPeer(await selfSigned(["console.test"]), CONSOLE);
    });

    test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
      "%s closes it, and leaves no process",
      async (signal) => {
        const run = await open(await sshd(), { whenUp: (child) => child.kill(signal) });
        expect(run.stdout).toContain("The tunnel is closed.");
        expect(run.code).toBe(0);
        await expectNoneLeft(run);
      },
    );

    test("the console answers a browser at the address that is printed, though its own number is taken here", async () => {
      let answer = "";
      let begins = 0;
      const { code } = await open(await sshd(), {
        whenUp: async (child, port) => {
          begins = port;
          answer = await askedAt(port).finally(() => child.kill("SIGINT"));
        },
      });
      expect(answer).toBe("HTTP/1.1 302 Found");
      expect(begins).toBeGreaterThan(consolePort);
      expect(code).toBe(0);
    });

    test("a key that is named is the one that opens it; without it, the hint is there", async () => {
      ssh.loseKey();
      const { port } = await sshd();
      expect((await open({ port }, { words: ["--identity", ssh.identity] })).code).toBe(0);
      const without = await open({ port });
      expect(without.stdout).toMatch(/ended by itself, with status 255.*Permission denied.*--identity/);
      expect(without.code).toBe(1);
    });

    test.skipIf(!isInstalled("script"))(
      "at a terminal ssh asks for a passphrase, and Ctrl-C closes the tunnel",
      async () => {
        ssh.loseKey();
        const { port } = await sshd();
        const words = [program, ...wordsFor(port), "--identity", ssh.locked];
        const terminal = spawn(
          "script",
          ["-qefc", `exec ${words.map((word) => `'${word}'`).join(" ")}`, "/dev/null"],
          {
            env: { PATH: ssh.path },
          },
        );
        let said = "";
        let typed = 0;
        const keys = [
          ["Enter passphrase", `${ssh.passphrase}\n`],
          ["and leave this running", "\u0003"],
        ] as const;
        terminal.stdout.on("data", (chunk) => {
          said += chunk;
          const [prompt, key] = keys[typed] ?? [];
          if (prompt === undefined || !said.includes(prompt)) return;
          typed += 1;
          terminal.stdin.write(key);
        });
        const [code] = await once(terminal, "close");
        expect(said).toContain("The tunnel is closed.");
        expect(said).not.toContain(ssh.passphrase);
        expect(code).toBe(0);
      },
    );

    test("-J goes by a bastion, and the ssh to it ends too", async () => {
      const bastion = await sshd();
      const run = await open(await sshd(), { words: ["--jump", `${ssh.user}@127.0.0.1:${bastion.port}`] });
      expect(run.stdout).toContain(`-J ${ssh.user}@127.0.0.1:${bastion.port} `);
      expect(run.code).toBe(0);
      expect(connectors(run).length).toBeGreaterThan(1);
      await expectNoneLeft(run);
    });

    test.skipIf(!isInstalled("nc.openbsd"))("where only a proxy reaches sshd, nc leads there", async () => {
      const { port } = await sshd();
      const proxy = await startSshProxy({ allows: port });
      const run = await open(
        { port },
        { words: ["--services", ELSEWHERE, "--proxy", `http://127.0.0.1:${proxy}`] },
      );
      expect(run.stdout).toContain(`-o 'ProxyCommand=nc -X connect -x 127.0.0.1:${proxy} %h %p'`);
      expect(run.code).toBe(0);
      await expectNoneLeft(run);
    });

    const login = { user: "alice", password: "s3cret-Zq" };
    test.each([
      ["settings", true],
      ["the command line", false],
    ] as const)("a login from %s is on no command line and in no output", async (_, inSettings) => {
      const { port } = await sshd();
      const bare = `127.0.0.1:${await startSshProxy({ allows: port, login })}`;
      const full = `http://${login.user}:${login.password}@${bare}`;
      const run = await open(
        { port },
        inSettings
          ? { words: ["--services", ELSEWHERE], settings: `https_proxy=${full}\n` }
          : { words: ["--services", ELSEWHERE, "--proxy", full] },
      );
      expect(run.stdout).toMatch(new RegExp(`proxy-command .* http://${bare} %h %p'`));
      expect(run.code).toBe(0);
      expect(`${run.stdout}${run.stderr}`).not.toContain(login.password);
      expect(run.started.filter(({ words }) => words.join(" ").includes(login.password))).toEqual([]);
      await expectNoneLeft(run);
    });

    test("a proxy leads to the bastion, which leads on", async () => {
      const bastion = await sshd();
      const proxy = await startSshProxy({ allows: bastion.port, login });
      const run = await open(await sshd(), {
        words: ["--jump", `${ssh.user}@${ELSEWHERE}:${bastion.port}`],
        settings: `https_proxy=http://alice:s3cret-Zq@127.0.0.1:${proxy}\n`,
      });
      expect(run.stdout).toContain("ProxyCommand=ssh -W");
      expect(run.code).toBe(0);
      await expectNoneLeft(run);
    });

    test("an sshd that forwards nothing is named as the cause", async () => {
      const run = await open(await sshd("AllowTcpForwarding no"));
      expect(run.stdout).toMatch(/does not answer through the tunnel.*AllowTcpForwarding/);
      expect(run.code).toBe(1);
      await expectNoneLeft(run);
    });

    test("a host whose key is not known is not talked to", async () => {
      ssh.forgetHosts();
      const run = await open(await sshd());
      expect(run.stdout).toMatch(/Host key verification failed.*fingerprint/);
      expect(run.code).toBe(1);
    });

    test("an ssh that dies midway is told, with its status", async () => {
      const run = await open(await sshd(), {
        whenUp: (child) => {
          const found = descendants(child.pid ?? 0).find(({ name }) => name === "ssh");
          process.kill(found?.pid ?? Number.NaN, "SIGKILL");
        },
      });
      expect(run.stdout).toContain("ssh was ended by SIGKILL");
      expect(run.code).toBe(1);
      await expectNoneLeft(run);
    });

    test("a console that never answers ends the wait, and the tunnel", async () => {
      consolePort = await startTlsPeer(await selfSigned(["console.test"]), talk.reads);
      const run = await open(await sshd(), { words: ["--timeout", "0.5", "--deadline", "1"] });
      expect(run.stdout).toContain("The console does not answer through the tunnel (timed out after");
      expect(run.code).toBe(1);
      await expectNoneLeft(run);
    });

    test("an sshd that never speaks ends the wait, and is not taken for a console", async () => {
      const run = await open({ port: await startPeer(talk.reads) }, { words: ["--deadline", "1"] });
      expect(run.stdout).toContain(
        "The tunnel was not opened: ssh did not get there in time (--deadline), and was ended.",
      );
      expect(run.code).toBe(1);
      await expectNoneLeft(run);
    });

    test("who interrupts the wait is not told that a tunnel stood", async () => {
      consolePort = await startTlsPeer(await selfSigned(["console.test"]), talk.reads);
      const run = await open(await sshd(), {
        when: ["Opening it", (child) => setTimeout(() => child.kill("SIGTERM"), 500)],
      });
      expect(run.stdout).toContain("Stopped before the console had answered");
      expect(run.code).toBe(3);
      await expectNoneLeft(run);
    });

    test("without ssh it says so, and what to install", async () => {
      const { code, stdout, stderr } = await open(
        { port: await closedPort() },
        { words: ["--services", ELSEWHERE], environment: { PATH: ssh.nodeOnly } },
      );
      expect(stdout).toContain("There is no ssh here: sudo apt-get install openssh-client");
      expect(stderr).toContain("proxy-doctor: --open: there is no ssh in PATH");
      expect(code).toBe(3);
    });
  },
);
