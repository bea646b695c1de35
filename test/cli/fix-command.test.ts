import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { runCli } from "../rig/run-cli.ts";

const PROXY = "http://alice:s3cret@10.0.0.33:3128";
const BROKEN = `http_proxy=${PROXY}\nHTTP_PROXY=${PROXY}\nhttps_proxy=${PROXY}\nHTTPS_PROXY=${PROXY}\nno_proxy=localhost\nNO_PROXY=localhost\n# by hand\n`;

let root = "";
const environment = () => join(root, "etc/environment");
const lines = () => readFileSync(environment(), "utf8").split("\n");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fix-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "etc"));
  writeFileSync(environment(), BROKEN);
});

const fix = (...words: readonly string[]) =>
  runCli(["fix", "--root", root, "--role", "workstation", "--services", "10.0.1.238", ...words]);

describe("fix", () => {
  test("shows each change with its verdict, and changes nothing", async () => {
    const { code, stdout } = await fix();
    expect(code).toBe(1);
    expect(stdout).toContain("bypass-missing");
    expect(stdout).toContain("verified");
    expect(stdout).toContain("+no_proxy=localhost,10.0.1.238");
    expect(stdout).toMatch(/--write keeps each file as it was .* as FILE\.TIME\.bak/);
    expect(stdout).not.toContain("s3cret");
    expect(readFileSync(environment(), "utf8")).toBe(BROKEN);
  });

  test("--write makes what is verified, keeps all else, says how to undo it, and is done once", async () => {
    const { code, stdout } = await fix("--write", "--yes");
    expect(code).toBe(0);
    expect(lines()).toEqual(BROKEN.replaceAll("=localhost", "=localhost,10.0.1.238").split("\n"));
    const [backup = ""] = readdirSync(join(root, "etc")).filter((name) => name.endsWith(".bak"));
    expect(readFileSync(join(root, "etc", backup), "utf8")).toBe(BROKEN);
    expect(stdout).toContain(`  sudo mv ${join(root, "etc", backup)} ${environment()}\n`);
    expect(stdout).not.toContain("s3cret");
    const again = await fix("--write", "--yes");
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain("Nothing to write.");
    expect(readdirSync(join(root, "etc"))).toHaveLength(2);
  });

  test("--write says what to restart of what it wrote, and of nothing else", async () => {
    mkdirSync(join(root, "root/.docker"), { recursive: true });
    writeFileSync(environment(), "");
    const text =
      '{"proxies":{"default":{"httpProxy":"10.0.0.33:3128","noProxy":"localhost,127.0.0.1,10.0.1.238,172.17.0.1"}}}';
    writeFileSync(join(root, "root/.docker/config.json"), text);
    const ofServices = (...words: readonly string[]) =>
      fix("--role", "services", "--no-environment", ...words);
    const closing = /^then {3}sudo systemctl/m;
    expect((await ofServices()).stdout).toMatch(closing);
    const { stdout } = await ofServices("--write", "--yes");
    expect(stdout).toMatch(/config\.json: written/);
    expect(stdout).not.toMatch(closing);
  });

  test("--dry-run says what would be written, and writes nothing", async () => {
    const { stdout } = await fix("--write", "--dry-run");
    expect(stdout).toContain("Not written: /etc/environment (--dry-run).");
    expect(readdirSync(join(root, "etc"))).toEqual(["environment"]);
  });

  test("--write wants --yes where nobody can be asked", async () => {
    const { code, stderr } = await fix("--write");
    expect(code).toBe(2);
    expect(stderr).toContain("--write: give --yes");
    expect(readFileSync(environment(), "utf8")).toBe(BROKEN);
  });

  describe("--format json", () => {
    const fixJson = async (...words: readonly string[]) => {
      const { code, stdout, stderr } = await fix("--format", "json", ...words);
      return { code, stdout, stderr, told: JSON.parse(stdout || "null") };
    };

    test("tells what would be changed, as data, and changes nothing", async () => {
      for (const words of [[], ["--write", "--dry-run"]]) {
        const { code, stdout, told } = await fixJson(...words);
        expect(code).toBe(1);
        expect(told).toMatchObject({
          schemaVersion: 1,
          files: [{ path: environment(), kind: "planned" }],
          restart: ["log out and in again"],
        });
        expect(told.fixes[0]).toMatchObject({ verdict: "verified", findings: [told.findings[0].id] });
        expect(stdout).not.toContain("s3cret");
      }
      expect(readFileSync(environment(), "utf8")).toBe(BROKEN);
    });

    test("--write tells what became of each file, and ends with the status of what is left", async () => {
      const { code, told } = await fixJson("--write", "--yes");
      expect(code).toBe(0);
      const [file] = told.files;
      expect(told.files).toEqual([
        { path: environment(), kind: "written", file: environment(), backup: expect.any(String) },
      ]);
      expect(readFileSync(file.backup, "utf8")).toBe(BROKEN);
      expect(await fixJson("--write", "--yes")).toMatchObject({ code: 0, told: { files: [], restart: [] } });
    });

    test.skipIf(process.getuid?.() === 0)("a file that is not written is told with the reason", async () => {
      chmodSync(environment(), 0o444);
      expect(await fixJson("--write", "--yes")).toMatchObject({
        code: 3,
        told: { files: [{ path: environment(), kind: "refused", why: "this user may not write there" }] },
      });
    });

    test("--write wants --yes, as nobody is asked", async () => {
      const { code, stdout, stderr } = await fixJson("--write");
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr: "proxy-doctor: --write: give --yes with --format json, which asks nothing\n",
      });
    });
  });

  test("--measure judges by what was measured, in a world as well", async () => {
    const { code, stdout } = await runCli([
      "fix",
      "--measure",
      "--lab",
      "misrouted-metadata",
      "--timeout",
      "1.5",
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain("misrouted-to-proxy");
    expect(stdout).toContain("+++ /etc/environment");
  });

  test("a world is not written to", async () => {
    expect(await runCli(["fix", "--lab", "healthy", "--write"])).toMatchObject({ code: 2 });
  });
});
