import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { scratch, run } = startingProgram();
const tree = (name: string) => fileURLToPath(new URL(`../scenarios/${name}/root`, import.meta.url));
const MACHINE = ["--role", "services", "--services", "10.0.1.238", "--ghe", "ghe.example.com"];
const RIGHT = ["lint", "--root", tree("settings-of-a-services-machine-right"), ...MACHINE];
const PASTED = ["lint", "--root", tree("page-pasted-into-customizations"), ...MACHINE];

describe("lint", () => {
  test("finds nothing in settings that are right", async () => {
    const { code, stdout, stderr } = await run(RIGHT);
    expect(stdout).toMatch(/^Nothing is wrong with the settings/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("names file, line and text, and what to change", async () => {
    const { code, stdout } = await run(PASTED);
    const path = "/etc/circle-installation-customizations";
    expect(code).toBe(1);
    expect(stdout).toContain("ERROR pasted-label");
    expect(stdout).toContain(`${path}:2  2.) (cat <<'EOF'`);
    expect(stdout).toContain("-2.) (cat <<'EOF'");
    const isToBeCopied = (line: string) => /^[-+]|--root /.test(line);
    expect(stdout.split("\n").filter((line) => line.length > 80 && !isToBeCopied(line))).toEqual([]);
  });

  test("measures nothing, and says so in its report", async () => {
    const { stdout } = await run([...PASTED, "--format", "json"]);
    const { judges, observations, toolErrors, installation } = JSON.parse(stdout);
    expect({ judges, observations, toolErrors }).toEqual({
      judges: "settings",
      observations: [],
      toolErrors: [],
    });
    expect(installation.found).toMatchObject({ role: "flag", region: "default" });
  });

  test("judges a machine below another root without this process's environment", async () => {
    const dirty = { HTTP_PROXY: "http://<proxy-ip:port>" };
    expect((await run(RIGHT, undefined, dirty)).code).toBe(0);
    expect((await run(["lint", "--role", "workstation"], undefined, dirty)).stdout).toContain(
      "placeholder-left-in",
    );
    const clean = await run(["lint", "--role", "workstation", "--no-environment"], undefined, dirty);
    expect(clean.stdout).not.toContain("placeholder-left-in");
  });

  test("takes the environment of a file instead, below a root too", async () => {
    const file = join(scratch, "job.env");
    writeFileSync(file, "HTTPS_PROXY=10.0.0.33:3128\n");
    const { stdout } = await run([...RIGHT, "--env-file", file]);
    expect(stdout).toContain("proxy-scheme-missing");
    expect(stdout).toContain("this shell  HTTPS_PROXY=10.0.0.33:3128");
  });

  test("--strict makes warnings count, --exit-zero nothing", async () => {
    const words = ["lint", "--root", tree("docker-daemon-without-drop-in"), ...MACHINE];
    expect((await run(words)).code).toBe(0);
    expect((await run([...words, "--strict"])).code).toBe(1);
    expect((await run([...words, "--strict", "--exit-zero"])).code).toBe(0);
  });

  test("knows the version of the server, and the Nomad clients", async () => {
    const old = await run([...RIGHT, "--server-version", "2.18.3"]);
    expect(old.stdout).toContain("ERROR server-too-old");
    const { stdout } = await run([...RIGHT, "--nomad-client", "10.0.2.17", "--nomad-client", "10.0.2.18"]);
    expect(stdout).toContain("ERROR bypass-missing");
    expect(stdout).toMatch(/covers\s+10\.0\.2\.17\s+and\s+10\.0\.2\.18/);
  });

  test("goes on past files that cannot be read, and names each with its reason", async () => {
    const root = join(scratch, "odd");
    mkdirSync(join(root, "etc/replicated.conf"), { recursive: true });
    writeFileSync(join(root, "etc/environment"), "A=1\n".repeat(2_600_000));
    writeFileSync(join(root, "etc/wgetrc"), Buffer.from([0, 1, 2]));
    const { code, stdout } = await run(["lint", "--root", root]);
    expect(code).toBe(0);
    expect(stdout).toContain("not read: /etc/environment (is larger than 1 MiB)");
    expect(stdout).toContain("not read: /etc/replicated.conf (is a directory)");
    expect(stdout).toContain("not read: /etc/wgetrc (is a binary file)");
  });

  test.each<[string, readonly string[]]>([
    ['--server-version: "soon" is not a version', ["--server-version", "soon"]],
    ['--nomad-client: "a b" is not a host name', ["--nomad-client", "a b"]],
    ["cannot be used with option", ["--lab", "healthy", "--root", "/"]],
    ["unknown option '--timeout'", ["--timeout", "1"]],
  ])("wrong input ends with status 2 and one line: %s", async (complaint, words) => {
    const { code, stdout, stderr } = await run(["lint", ...words]);
    expect(stderr).toContain(complaint);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

test("nothing that a tree holds makes lint itself fail, or shows a password", async () => {
  const trees = readdirSync(fileURLToPath(new URL("../scenarios", import.meta.url)), { withFileTypes: true });
  const some = trees.filter((entry) => entry.isDirectory()).filter((_, at) => at % 12 === 0);
  for (const { name } of some) {
    const { code, stderr } = await run(["lint", "--root", tree(name), "--exit-zero"]);
    expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: "" });
  }
}, 60_000);
