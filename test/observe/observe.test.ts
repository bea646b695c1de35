import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ClientRoute } from "../../src/model/client-route.ts";
import { runCli } from "../rig/run-cli.ts";

const script = fileURLToPath(new URL("../../src/observe/enclosure.sh", import.meta.url));

function canEnclose(): boolean {
  try {
    execFileSync("sh", [script, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function routesAsSeen(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<readonly ClientRoute[]> {
  const { stdout, stderr } = await runCli(["route", "--observe", "--json", ...words], environment);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

/** Ids of the processes whose command line is this. */
function processesWith(command: string): readonly string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ").trim() === command;
    } catch {
      return false;
    }
  });
}

/** A folder that holds what makes the network, and no client. */
function bareTools(): string {
  const folder = mkdtempSync(join(tmpdir(), "bare-tools-"));
  for (const tool of ["sh", "unshare", "ip", "mount", "mktemp", "rm", "id", "node"]) {
    const path = execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
    symlinkSync(tool === "node" ? process.execPath : path, join(folder, tool));
  }
  return folder;
}

const hasCurl = existsSync("/usr/bin/curl");

describe.runIf(canEnclose())("programs in a network of their own (needs Linux, unshare, ip)", () => {
  describe.each(["node-undici", "node-proxy-agent"])("%s", (client) => {
    test("is seen to go through the proxy, and sends nothing further", async () => {
      const [route] = await routesAsSeen(["--client", client, "http://example.com/"], {
        http_proxy: "http://10.0.0.33:3128",
      });
      expect(route).toMatchObject({
        client,
        sight: {
          kind: "seen",
          way: { route: "proxy", scheme: "http", host: "10.0.0.33", port: 3128 },
          agrees: true,
        },
      });
    });

    test("is seen to go direct, to a name and to an address", async () => {
      const routes = await routesAsSeen(
        ["--client", client, "http://example.com/", "https://10.0.1.5:8443/"],
        {},
      );
      expect(routes.map(({ sight }) => sight)).toMatchObject([
        { kind: "seen", way: { route: "direct" }, agrees: true },
        { kind: "seen", way: { route: "direct" }, agrees: true },
      ]);
    });
  });

  test("a program that does not end is ended, with what it has started", async () => {
    const folder = bareTools();
    const sleep = `sleep ${300 + Math.random()}`;
    const script = `[ "$1" != --version ] || { echo "curl 7.88.1"; exit; }\ntrap '' TERM\n${sleep} &\nwait`;
    writeFileSync(join(folder, "curl"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    symlinkSync("/bin/sleep", join(folder, "sleep"));
    const [route] = await routesAsSeen(["--client", "curl", "http://a.corp/"], { PATH: folder });
    expect(route?.sight).toEqual({ kind: "not-seen", because: "it called nobody within two seconds" });
    expect(processesWith(sleep)).toEqual([]);
  });

  test("an interrupt prints what is known, with status 3", async () => {
    const folder = bareTools();
    const script = `[ "$1" != --version ] || { echo "curl 7.88.1"; exit; }\nexec sleep 30`;
    writeFileSync(join(folder, "curl"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    symlinkSync("/bin/sleep", join(folder, "sleep"));
    const words = ["route", "--observe", "--client", "curl", "http://a.corp/"];
    const { code, stdout } = await runCli(words, { PATH: folder }, (child) => {
      setTimeout(() => child.kill("SIGINT"), 1000);
    });
    expect(stdout).toContain("curl: direct");
    expect(stdout).toContain("curl was not seen: interrupted");
    expect(code).toBe(3);
  });

  test.runIf(hasCurl)("a call to a port that no setting names is told from no call", async () => {
    const folder = bareTools();
    symlinkSync("/usr/bin/curl", join(folder, "curl"));
    const home = mkdtempSync(join(tmpdir(), "home-"));
    writeFileSync(join(home, ".curlrc"), "proxy=http://own.corp:9999\n");
    const [route] = await routesAsSeen(["--client", "curl", "http://a.corp/"], { PATH: folder, HOME: home });
    expect(route?.sight).toEqual({ kind: "not-seen", because: "it called a port that nothing here names" });
  });

  test.runIf(hasCurl)("a program's own settings may decide before those that are looked at", async () => {
    const folder = bareTools();
    symlinkSync("/usr/bin/curl", join(folder, "curl"));
    const home = mkdtempSync(join(tmpdir(), "home-"));
    writeFileSync(join(home, ".curlrc"), "proxy=http://own.corp:3128\n");
    const [route] = await routesAsSeen(["--client", "curl", "http://a.corp/"], { PATH: folder, HOME: home });
    expect(route?.sight).toMatchObject({
      kind: "seen",
      agrees: false,
      way: { route: "proxy", host: "own.corp", port: 3128 },
    });
  });

  test("what is not installed is said not to be", async () => {
    const [route] = await routesAsSeen(["--client", "wget", "http://example.com/"], { PATH: bareTools() });
    expect(route?.sight).toMatchObject({ kind: "not-seen", because: "not installed: wget" });
  });
});
