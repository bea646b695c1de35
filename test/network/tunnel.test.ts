import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runCli } from "../rig/run-cli.ts";
import { startSshProxy } from "../rig/ssh-proxy.ts";
import { NO_SSH, sshWorld } from "../rig/ssh-world.ts";
import * as talk from "../rig/talks.ts";
import { filter, inEnclosure } from "./enclosed.ts";
import { type Server, serve, serveTls } from "./measured.ts";

const DROPPED = "198.51.100.10";
const REJECTED = "198.51.100.11";
const GONE = "198.51.100.12";
const CLOSED = "198.51.100.13";
const OPEN = "198.51.100.14";

const RULES = [
  `ip daddr ${DROPPED} tcp dport 8800 drop`,
  `ip daddr ${REJECTED} tcp dport 8800 reject with icmp type host-prohibited`,
  `ip daddr ${GONE} drop`,
  `ip daddr ${CLOSED} tcp dport 8800 reject with tcp reset`,
];

type Told = { readonly cause: string; readonly command: string; readonly way: { readonly kind: string } };

/** What `tunnel` says of a machine, and how it ends. */
async function tunnelTo(
  services: string,
  ...words: readonly string[]
): Promise<Told & { code: number | null }> {
  const { code, stdout, stderr } = await runCli([
    ...["tunnel", "--services", services, "--no-environment", "--role", "workstation"],
    ...["--timeout", "1", "--format", "json", ...words],
  ]);
  expect(stderr).toBe("");
  return { ...JSON.parse(stdout), code };
}

inEnclosure("tunnel, in a network of its own", () => {
  let servers: readonly Server[] = [];
  beforeAll(async () => {
    const console = talk.says(talk.answer("302 Found", ["Location: /create-password"]));
    servers = [await serveTls(console, 8800), await serve(talk.saysAtOnce("SSH-2.0-OpenSSH_9.2p1\r\n"), 22)];
    filter({ in: RULES });
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  describe("each cause by what packets meet", () => {
    test.each([
      ["8800 dropped as a security group does", DROPPED, "dropped", "direct", 1],
      ["8800 rejected by a firewall", REJECTED, "rejected", "direct", 1],
      ["nothing listens on 8800", CLOSED, "not-listening", "direct", 1],
      ["everything dropped", GONE, "all-silent", "none", 1],
      ["a name that nobody knows", "services.example", "name-unknown", "none", 1],
      ["all open", OPEN, "answers", "direct", 0],
    ] as const)("%s", async (_, services, cause, kind, code) => {
      expect(await tunnelTo(services)).toMatchObject({ cause, way: { kind }, code });
    });
  });

  test("the console's number is taken here by itself, so the tunnel begins at the next", async () => {
    const { command } = await tunnelTo(DROPPED);
    expect(command).toBe(`ssh -N -L 8801:localhost:8800 ubuntu@${DROPPED}`);
  });

  describe.skipIf(NO_SSH !== undefined)(`the real ssh${NO_SSH === undefined ? "" : ` (${NO_SSH})`}`, () => {
    test("where the proxy alone reaches sshd, and not the console, the tunnel stands all the same", async () => {
      const ssh = sshWorld();
      const sshd = await ssh.start();
      // It stands where the machine that is gone from here is at hand.
      const proxy = await startSshProxy({ allows: sshd.port });
      onTestFinished(async () => {
        await sshd.stop();
        ssh.close();
      });
      const { code, stdout } = await runCli(
        [
          ...["tunnel", "--open", "--services", GONE, "--ssh-port", String(sshd.port), "--user", ssh.user],
          ...["--no-environment", "--role", "workstation", "--timeout", "1"],
          ...["--proxy", `http://127.0.0.1:${proxy}`],
        ],
        { PATH: ssh.path },
        (child) => {
          child.stdout?.on("data", (chunk) => {
            if (String(chunk).includes("answers through the tunnel")) child.kill("SIGINT");
          });
        },
      );
      expect(stdout).toContain(`${GONE} does not answer from here: port 8800 is silent for`);
      expect(stdout).toContain("ProxyCommand=");
      expect(stdout).toContain("The tunnel is closed.");
      expect(code).toBe(0);
    });
  });
});
