import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { scratch, run } = startingProgram();

const LOGIN = "http://alice:Zq9@x%@10.0.0.33:3128";
const empty = below("empty", {});
/** Of a machine on which nothing is found. */
const NOWHERE = ["generate", "--root", empty];
const NOMAD = [...NOWHERE, "--role", "nomad-client", "--services", "10.0.1.238"];

/** A directory of files. */
function below(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(scratch, name);
  mkdirSync(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

describe("generate", () => {
  test("prints every file of a role under its path, and what it is for", async () => {
    const { code, stdout, stderr } = await run([
      ...NOMAD,
      "--proxy",
      "http://10.0.0.33:3128",
      "--ghe",
      "g.corp",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^==> .* <==$/gm)).toEqual([
      "==> /etc/environment <==",
      "==> /etc/systemd/system/docker.service.d/http-proxy.conf <==",
      "==> /etc/systemd/system/nomad.service.d/http-proxy.conf <==",
      "==> /root/.docker/config.json <==",
      "==> /etc/apt/apt.conf.d/95proxy <==",
      "==> cloud-init.yaml <==",
      "==> user-data.tf <==",
      "==> proxy.auto.tfvars <==",
    ]);
    expect(stdout).toMatch(/^HTTPS_PROXY="http:\/\/10\.0\.0\.33:3128"$/m);
    expect(stdout).toContain("# GitHub Enterprise: g.corp (flag)\n");
    expect(stdout).toContain("# S3: region us-east-1 (default), no bucket named: --bucket NAME\n");
    expect(stdout).toContain("sudo systemctl daemon-reload && sudo systemctl restart nomad\n");
  });

  test("prints one file alone as it is, for a pipe, and says the rest beside", async () => {
    const words = [...NOMAD, "--proxy", "http://10.0.0.33:3128", "--form", "cloud-init"];
    const { stdout, stderr } = await run(words);
    expect(stdout).toMatch(/^#cloud-config\n/);
    expect(stderr).toMatch(/^# cloud-init\.yaml: .*\n# proxy: http:\/\/10\.0\.0\.33:3128 \(flag\)\n/);
  });

  test("takes the proxy from the settings of the machine, and its role and Services machine", async () => {
    const root = below("found", {
      "etc/environment": "HTTP_PROXY=http://10.0.0.33:3128\n",
      "etc/nomad/config.hcl": 'client {\n  servers = ["10.0.1.238:4647"]\n}\n',
    });
    const { code, stdout } = await run(["generate", "--root", root]);
    expect(code).toBe(0);
    expect(stdout).toContain("# proxy: http://10.0.0.33:3128 (/etc/environment:1)\n");
    expect(stdout).toContain("# role: nomad-client (/etc/nomad/config.hcl)\n");
    expect(stdout).toContain("# Services machine: 10.0.1.238 (/etc/nomad/config.hcl:2)\n");
    const named = await run([
      "generate",
      "--root",
      root,
      "--services",
      "circleci.corp",
      "--proxy",
      "http://p:1",
    ]);
    expect(named.stdout).toContain("# proxy: http://p:1 (flag)\n");
    // The name that was given, and the address by which the agent calls the same machine.
    expect(named.stdout).toMatch(/^NO_PROXY=".*,circleci\.corp,10\.0\.1\.238,/m);
  });

  test("does not take this machine for another role's: its address is none of the Services machine's", async () => {
    const root = below("of-nomad", { "etc/nomad/config.hcl": 'client { servers = ["10.0.1.99:4647"] }\n' });
    const words = [
      "generate",
      "--root",
      root,
      "--role",
      "services",
      "--services",
      "10.0.1.238",
      "--proxy",
      "p:1",
    ];
    expect((await run(words)).stdout).not.toContain("10.0.1.99");
  });

  test("writes http:// for https://, and says so", async () => {
    const { stdout } = await run([...NOMAD, "--proxy", "https://10.0.0.33:3128"]);
    expect(stdout).toContain('HTTPS_PROXY="http://10.0.0.33:3128"');
    expect(stdout).toMatch(/^# https:\/\/ is written as http:\/\//m);
  });

  test("names S3 as policy has it", async () => {
    const words = [...NOMAD, "--proxy", "http://10.0.0.33:3128", "--region", "cn-north-1", "--form", "shell"];
    expect((await run(words)).stdout).toContain(",s3.cn-north-1.amazonaws.com.cn,");
    expect((await run([...words, "--egress", "corporate"])).stdout).not.toContain("amazonaws");
  });

  test.each<[string, readonly string[]]>([
    ["--role: nothing on this machine shows its role", [...NOWHERE, "--proxy", "p:1"]],
    ["--proxy: the URL of the proxy is needed", NOMAD],
    [
      "--services: the name or address of the Services machine is needed",
      [...NOWHERE, "--role", "services", "--proxy", "p:1"],
    ],
    [
      '--proxy: "http://alice:***@10.0.0.33" names no port',
      [...NOMAD, "--proxy", "http://alice:Zq9@10.0.0.33"],
    ],
    ["is no HTTP proxy", [...NOMAD, "--proxy", "socks5://10.0.0.33:1080"]],
    [
      "--form: the role nomad-client has no file of the form replicated",
      [...NOMAD, "--proxy", "p:1", "--form", "replicated"],
    ],
    ["--form: ", [...NOMAD, "--proxy", "p:1", "--form", "yaml"]],
    ["--region: ", [...NOMAD, "--proxy", "p:1", "--region", "Frankfurt"]],
    ["--output: names no directory", [...NOMAD, "--proxy", "p:1", "--output", ""]],
    ["--root: cannot read", ["generate", "--root", join(scratch, "gone")]],
  ])("what is missing or wrong ends with status 2 and one line: %s", async (complaint, words) => {
    const { code, stdout, stderr } = await run(words);
    expect(stderr).toContain(complaint);
    expect(stderr).not.toContain("Zq9");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("asks which proxy is meant where the settings name two", async () => {
    const text = "HTTP_PROXY=http://10.0.0.33:3128\nHTTPS_PROXY=http://u:Zq9@10.0.0.34:3128\n";
    const words = ["generate", "--root", below("two", { "etc/environment": text }), "--role", "workstation"];
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain("The settings here name 10.0.0.33:3128, 10.0.0.34:3128");
  });

  test("says that a release works behind no proxy, however it is set", async () => {
    const words = [...NOMAD, "--proxy", "http://10.0.0.33:3128", "--server-version"];
    expect((await run([...words, "2.18.3"])).stdout).toContain(
      "# CircleCI Server: 2.18.3, which works behind no",
    );
    expect((await run([...words, "2.19.2"])).stdout).toContain("# CircleCI Server: 2.19.2\n");
  });

  test("a workstation needs no Services machine", async () => {
    const { code, stdout } = await run([
      ...NOWHERE,
      "--role",
      "workstation",
      "--proxy",
      "http://10.0.0.33:3128",
    ]);
    expect({ code, first: stdout.split("\n")[0] }).toMatchObject({
      code: 0,
      first: expect.stringMatching(/^# Logins/),
    });
  });
});

describe("a login", () => {
  test("is shown as *** on standard output, and one line says so", async () => {
    for (const form of [[], ["--form", "terraform"], ["--form", "apt"]]) {
      const { code, stdout, stderr } = await run([...NOMAD, "--proxy", LOGIN, ...form]);
      expect(code).toBe(0);
      expect(stdout).toContain("http://alice:***@10.0.0.33:3128");
      const lines = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("is shown as ***"));
      expect(lines).toHaveLength(1);
      expect(`${stdout}${stderr}`).not.toMatch(/Zq9|%40x/);
    }
  });

  test("goes into files that their owner alone may read", async () => {
    const output = join(scratch, "tree");
    const { code, stdout, stderr } = await run([...NOMAD, "--proxy", LOGIN, "--output", output]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toMatch(/Zq9|is shown as/);
    expect(filesIn(output)).toHaveLength(8);
    for (const file of filesIn(output)) {
      const path = join(output, file);
      expect(readFileSync(path, "utf8"), file).toMatch(/alice:Zq9%%?40x%%?25@/);
      expect(statSync(path).mode & 0o777, file).toBe(0o600);
      expect(stdout).toContain(`written ${path} (0600)\n`);
    }
  });

  test("that the settings hold is found, and stays as hidden", async () => {
    const root = below("with-login", { "etc/environment": "HTTP_PROXY=http://alice:Zq9@10.0.0.33:3128\n" });
    const words = ["generate", "--root", root, "--role", "nomad-client", "--services", "10.0.1.238"];
    const shown = await run(words);
    expect(shown.stdout).toContain("# proxy: http://alice:***@10.0.0.33:3128 (/etc/environment:1)\n");
    expect(shown.stdout).not.toContain("Zq9");
    const output = join(scratch, "from-settings");
    await run([...words, "--output", output]);
    expect(readFileSync(join(output, "etc/environment"), "utf8")).toContain(
      "http://alice:Zq9@10.0.0.33:3128",
    );
  });
});

describe("--output", () => {
  const PLAIN = [...NOMAD, "--proxy", "http://10.0.0.33:3128"];

  test("writes what everyone may read where it holds no login", async () => {
    const output = join(scratch, "plain");
    await run([...PLAIN, "--output", output]);
    expect(statSync(join(output, "etc/environment")).mode & 0o777).toBe(0o644);
  });

  test("keeps what is equal, and closes it where it holds a login", async () => {
    const output = join(scratch, "again");
    const words = [...NOMAD, "--proxy", LOGIN, "--output", output];
    await run(words);
    const path = join(output, "etc/environment");
    chmodSync(path, 0o644);
    const { code, stdout } = await run(words);
    expect(code).toBe(0);
    expect(stdout.match(/^kept /gm)).toHaveLength(8);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each<[string, (path: string) => void]>([
    ["another text", (path) => writeFileSync(path, "PATH=/bin\n")],
    ["a directory", (path) => mkdirSync(path)],
    ["a link", (path) => symlinkSync("/dev/null", path)],
    ["a link to nowhere", (path) => symlinkSync(join(scratch, "nowhere"), path)],
  ])("writes over nothing: where %s stands, no file is written", async (_, put) => {
    const output = join(scratch, `taken-by-${_.replaceAll(" ", "-")}`);
    mkdirSync(join(output, "etc/apt/apt.conf.d"), { recursive: true });
    put(join(output, "etc/apt/apt.conf.d/95proxy"));
    const { code, stdout, stderr } = await run([...PLAIN, "--output", output]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      `proxy-doctor: --output: ${output}/etc/apt/apt.conf.d/95proxy is there already, and differs; nothing was written\n`,
    );
    expect(filesIn(output).filter((path) => path !== "/etc/apt/apt.conf.d/95proxy")).toEqual([]);
  });

  test("says in one line where it cannot write", async () => {
    const output = below("file-in-the-way", { etc: "" });
    const { code, stderr } = await run([...PLAIN, "--output", output]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^proxy-doctor: --output: cannot write .*\/etc\/environment: is not a directory\n$/,
    );
  });
});
