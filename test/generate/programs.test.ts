import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { userDataResource } from "../../src/generate/forms/terraform.ts";
import { type GeneratedFile, generate, type Order } from "../../src/generate/generate.ts";
import { settingsFor } from "../../src/generate/proxy-settings.ts";
import { urlOf } from "../../src/generate/proxy-url.ts";
import { AWKWARD, installationOf, proxyOf } from "./any-order.ts";
import { textAt, withTree } from "./tree.ts";

const scratch = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const order = (role: "services" | "nomad-client"): Order => ({
  installation: installationOf({
    role,
    services: "10.0.1.238",
    ghe: "ghe.example.com",
    bucket: "my-bucket",
    nomadClients: ["10.0.2.17", "fd00::17"],
  }),
  otherServices: ["circleci.example.com"],
  proxy: AWKWARD,
  forms: [],
});
const SERVICES = order("services");
const NOMAD_CLIENT = order("nomad-client");
const WANTED = settingsFor(SERVICES, AWKWARD, urlOf(AWKWARD));

const hasBash = isThere("bash", "--version");
const hasSystemd = isThere("systemd-analyze", "--version");
const hasApt = isThere("apt-config", "--version");
const hasTerraform = isThere("terraform", "version");
const hasJava = isThere("java", "-version");

test.skipIf(!hasBash)(
  "bash, sourcing a shell file, exports what is meant and says nothing (bash)",
  async () => {
    await withTree(SERVICES, async (root) => {
      const path = join(root, "etc/circle-installation-customizations");
      expect(exportedBy(`. ${path}`)).toMatchObject({
        ...Object.fromEntries(WANTED.variables),
        JVM_OPTS: WANTED.jvmOptions,
      });
      const jobs = exportedBy(`. ${join(root, "etc/circleconfig/schedulerer/customizations")}`);
      expect(jobs).toMatchObject({ DOCKER_HTTPS_PROXY: WANTED.url, NO_PROXY: WANTED.noProxy });
    });
    await withTree(NOMAD_CLIENT, async (root) => {
      expect(exportedBy(`set -a; . ${join(root, "etc/environment")}`)).toMatchObject({
        ...Object.fromEntries(WANTED.variables),
        JVM_OPTS: WANTED.jvmOptions,
      });
    });
  },
);

test.skipIf(!hasSystemd)("systemd has nothing to say of the drop-ins (systemd-analyze)", async () => {
  const units = join(scratch, "units");
  for (const unit of ["docker", "nomad"]) {
    const path = `/etc/systemd/system/${unit}.service.d/http-proxy.conf`;
    mkdirSync(join(units, `${unit}.service.d`), { recursive: true });
    writeFileSync(join(units, `${unit}.service`), "[Service]\nExecStart=/bin/true\n");
    writeFileSync(join(units, `${unit}.service.d/http-proxy.conf`), textAt(NOMAD_CLIENT, path));
    const verify = () =>
      run("systemd-analyze", ["verify", "--man=no", join(units, `${unit}.service`)]).stderr;
    expect(verify()).not.toContain("http-proxy.conf");
    // It would speak of a per cent sign that stands alone.
    const broken = textAt(NOMAD_CLIENT, path).replaceAll("%%", "%");
    writeFileSync(join(units, `${unit}.service.d/http-proxy.conf`), broken);
    expect(verify()).toContain("http-proxy.conf");
  }
});

test.skipIf(!hasApt)("apt reads its proxies and what goes past them (apt-config)", () => {
  const path = join(scratch, "95proxy");
  writeFileSync(path, textAt(SERVICES, "/etc/apt/apt.conf.d/95proxy"));
  const names = ["Proxy", "Proxy::ghe.example.com", "Proxy::10.0.1.238", "Proxy::circleci.example.com"];
  const asked = ["https::Proxy", ...names.map((name) => `http::${name}`)].flatMap((name, at) => [
    `V${at}`,
    `Acquire::${name}`,
  ]);
  const { status, stdout, stderr } = run("apt-config", ["shell", ...asked], { APT_CONFIG: path });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.trim().split("\n")).toEqual([
    `V0='${WANTED.url}'`,
    `V1='${WANTED.url}'`,
    ...["V2", "V3", "V4"].map((name) => `${name}='DIRECT'`),
  ]);
});

test.skipIf(!hasJava || !hasBash)(
  "a JVM that a start script gives JVM_OPTS has the properties (java)",
  async () => {
    await withTree(SERVICES, async (root) => {
      const source = `. ${join(root, "etc/circle-installation-customizations")}`;
      const show = "exec java $JVM_OPTS -XshowSettings:properties -version";
      const { status, stdout, stderr } = run("bash", ["-c", `${source}; ${show}`]);
      expect(status).toBe(0);
      const shown = `${stdout}${stderr}`;
      const list = WANTED.jvmOptions.split("-Dhttp.nonProxyHosts=")[1]?.split(" ")[0];
      expect(shown).toContain(`http.nonProxyHosts = ${list}\n`);
      expect(shown).toContain("https.proxyHost = 10.0.0.33\n");
      expect(shown).toContain("https.proxyPort = 3128\n");
      expect(shown).toMatch(/jdk\.http\.auth\.tunneling\.disabledSchemes = \n/);
    });
  },
  20_000,
);

test("JSON is strict, and says nothing but the proxies", () => {
  expect(JSON.parse(textAt(SERVICES, "/etc/replicated.conf"))).toEqual({ HttpProxy: WANTED.url });
  expect(JSON.parse(textAt(SERVICES, "/root/.docker/config.json"))).toEqual({
    proxies: { default: { httpProxy: WANTED.url, httpsProxy: WANTED.url, noProxy: WANTED.noProxy } },
  });
});

test("the installer's script finds the proxy in replicated.conf", () => {
  const { stdout } = spawnSync("grep", ["-o", '"HttpProxy":\\s*"[^"]*'], {
    input: textAt(SERVICES, "/etc/replicated.conf"),
    encoding: "utf8",
  });
  expect(stdout.trim()).toBe(`"HttpProxy": "${WANTED.url}`);
});

test.each([
  ["services", SERVICES],
  ["nomad-client", NOMAD_CLIENT],
] as const)("cloud-init's YAML gives a %s machine its files, every character of them", (_, wanted) => {
  const { write_files: written, runcmd } = parse(textAt(wanted, "cloud-init.yaml"));
  const files = new Map<string, GeneratedFile>(generate(wanted).map((file) => [file.path, file]));
  for (const { path, content, permissions, append } of written) {
    expect(content, path).toBe(files.get(path)?.content.reveal());
    expect(permissions).toBe(`0${files.get(path)?.mode.toString(8)}`);
    // Ubuntu's holds the PATH.
    expect(append ?? false).toBe(path === "/etc/environment");
  }
  const onMachine = [...files.keys()].filter((path) => path.startsWith("/"));
  // Where the installer of Replicated finds these, it leaves out what it would write itself.
  const beforeInstall = onMachine.filter((path) => !path.startsWith("/etc/default/"));
  expect(written.map(({ path }: { path: string }) => path)).toEqual(beforeInstall);
  expect(runcmd).toContainEqual(["systemctl", "try-restart", "docker.service"]);
});

test("user data begins with the line by which cloud-init knows it", () => {
  expect(textAt(SERVICES, "cloud-init.yaml")).toMatch(/^#cloud-config\n/);
});

test("user data says that the password is open to the machine, and when EC2 would refuse it", () => {
  const many = Array.from({ length: 150 }, (_, at) => `client-${at}.internal`);
  const installation = installationOf({ ...SERVICES.installation, nomadClients: many });
  const proxy = proxyOf("http://10.0.0.33:3128");
  const large = textAt({ ...SERVICES, proxy, installation }, "cloud-init.yaml");
  expect(large.length).toBeGreaterThan(16_384);
  expect(large.slice(0, 700)).toMatch(/16 KiB/);
  expect(large.slice(0, 700)).not.toMatch(/password/);
  const small = textAt(SERVICES, "cloud-init.yaml");
  expect(small.slice(0, 700)).toMatch(/password/);
  expect(small.slice(0, 700)).not.toMatch(/16 KiB/);
});

test("Terraform's heredoc holds the same text, and its braces hold it", () => {
  const { before, text } = heredocOf(textAt(NOMAD_CLIENT, "user-data.tf"));
  expect(before).toContain('resource "aws_launch_configuration" "nomad_clients" {');
  expect(text).toBe(textAt(NOMAD_CLIENT, "cloud-init.yaml"));
});

test.skipIf(!hasTerraform)("what begins a template to Terraform begins none in user data (terraform)", () => {
  const userData = `${["$", "%", "$$", "%%"].map((sign) => `a ${sign}{b} ${sign}c`).join("\n")}\n`;
  const locals = userDataResource("services", userData).replace(/resource .* \{/, "locals {");
  const directory = join(scratch, "templates");
  mkdirSync(directory);
  writeFileSync(join(directory, "main.tf"), locals);
  expect(evaluated(directory, "local.user_data")).toBe(userData);
});

test.skipIf(!hasTerraform)(
  "Terraform reads its files, and evaluates them to that text (terraform)",
  () => {
    const directory = join(scratch, "terraform");
    mkdirSync(directory);
    const resource = textAt(NOMAD_CLIENT, "user-data.tf");
    for (const input of [resource, textAt(NOMAD_CLIENT, "proxy.auto.tfvars")]) {
      expect(run("terraform", ["fmt", "-"], {}, input)).toMatchObject({ status: 0, stdout: input });
    }
    // The resource itself would want its provider.
    const locals = resource.replace(/resource .* \{/, "locals {");
    const variables = ["http_proxy", "https_proxy", "no_proxy"].map((name) => `variable "${name}" {}`);
    writeFileSync(join(directory, "main.tf"), `${locals}\n${variables.join("\n")}\n`);
    writeFileSync(join(directory, "proxy.auto.tfvars"), textAt(NOMAD_CLIENT, "proxy.auto.tfvars"));
    expect(evaluated(directory, "[local.user_data, var.http_proxy, var.no_proxy]")).toEqual([
      textAt(NOMAD_CLIENT, "cloud-init.yaml"),
      WANTED.url,
      WANTED.noProxy,
    ]);
  },
  20_000,
);

function heredocOf(text: string): { readonly before: string; readonly text: string } {
  const [, before = "", inner = ""] = /^([\s\S]*<<USER_DATA\n)([\s\S]*)^USER_DATA\n\}\n$/m.exec(text) ?? [];
  return { before, text: inner.replaceAll("$${", "$".concat("{")).replaceAll("%%{", "%{") };
}

/** The value of an expression in a directory of Terraform's files. */
function evaluated(cwd: string, expression: string): unknown {
  const { stdout } = spawnSync("terraform", ["console"], {
    cwd,
    input: `jsonencode(${expression})`,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", CHECKPOINT_DISABLE: "1", HOME: scratch },
  });
  return JSON.parse(JSON.parse(stdout));
}

function exportedBy(script: string): Readonly<Record<string, string>> {
  const { status, stdout, stderr } = run("bash", ["--norc", "-eu", "-c", `${script}; env -0`]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const pairs = stdout.split("\0").map((line) => [line.split("=", 1)[0] ?? "", line.replace(/^[^=]*=/, "")]);
  return Object.fromEntries(pairs);
}

function run(program: string, words: readonly string[], environment = {}, input = "") {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: "utf8",
    input,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
  });
  return { status, stdout, stderr };
}

function isThere(program: string, word: string): boolean {
  return spawnSync(program, [word], { encoding: "utf8" }).status === 0;
}
