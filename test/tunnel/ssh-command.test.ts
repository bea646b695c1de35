import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Bastion } from "../../src/model/tunnel.ts";
import { sshWords } from "../../src/tunnel/ssh-command.ts";
import { freePort } from "../rig/peer.ts";
import { isInstalled } from "../rig/real-program.ts";

const PROXY = "http://10.0.0.33:3128";

/** What the real ssh gives to the `ProxyCommand` of these words: a program in a directory that is hard to name. */
async function given(bastion?: Bastion): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "ssh-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const odd = join(directory, "it's 100%h $HOME");
  mkdirSync(odd);
  const [program, out] = [join(odd, "helper"), join(directory, "out")];
  writeFileSync(program, `#!/bin/sh\nprintf '%s|' "$@" >'${out}'\n`);
  chmodSync(program, 0o755);
  const words = sshWords({
    services: "10.0.1.238",
    consolePort: 8800,
    user: "ubuntu",
    sshPort: 2200,
    localPort: await freePort(),
    exit: "localhost",
    way: { kind: "proxy", proxy: PROXY, helper: "proxy-doctor" },
    own: [program, "a b"],
    ...(bastion && { bastion }),
  });
  await new Promise((resolve) => execFile("ssh", ["-F", "/dev/null", ...words.slice(1)], resolve));
  return readFileSync(out, "utf8");
}

const WITHOUT = isInstalled("ssh") ? "" : " (skipped: needs openssh-client)";

test.skipIf(WITHOUT !== "")(`ssh starts the helper as it is meant${WITHOUT}`, async () => {
  expect(await given()).toBe(`a b|${PROXY}|10.0.1.238|2200|`);
});

test.skipIf(WITHOUT !== "")(`so does the ssh that goes to the bastion${WITHOUT}`, async () => {
  expect(await given({ host: "10.0.0.7", user: "admin", port: 2222 })).toBe(`a b|${PROXY}|10.0.0.7|2222|`);
});
