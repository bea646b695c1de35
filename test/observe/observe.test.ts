import { execFileSync } from "node:child_process";
import { mkdtempSync, symlinkSync } from "node:fs";
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

/** A folder that holds what makes the network, and no client. */
function bareTools(): string {
  const folder = mkdtempSync(join(tmpdir(), "bare-tools-"));
  for (const tool of ["sh", "unshare", "ip", "mount", "mktemp", "rm", "id", "node"]) {
    const path = execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
    symlinkSync(tool === "node" ? process.execPath : path, join(folder, tool));
  }
  return folder;
}

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

  test("what is not installed is said not to be", async () => {
    const [route] = await routesAsSeen(["--client", "wget", "http://example.com/"], { PATH: bareTools() });
    expect(route?.sight).toMatchObject({ kind: "not-seen", because: "not installed: wget" });
  });
});
