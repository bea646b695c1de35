import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { route } from "../../../src/cli/commands/route.ts";
import { withConfig } from "../../../src/cli/config/with-config.ts";
import { startingProgram } from "../../rig/program.ts";

const { scratch, run } = startingProgram();

/** Settings of a machine on which all but one host goes through a proxy. */
const machine = join(scratch, "machine");
mkdirSync(join(machine, "etc"), { recursive: true });
writeFileSync(
  join(machine, "etc/environment"),
  "https_proxy=http://10.0.0.33:3128\nhttp_proxy=http://10.0.0.33:3128\nno_proxy=ghe.example.com\n",
);

function configured(lines: string): string {
  const file = join(scratch, `${Math.random()}.yml`);
  writeFileSync(file, lines);
  return file;
}

async function linted(file: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await run(["lint", "--config", file, "--format", "json", ...words]);
  expect(stderr).toBe("");
  return { code, report: JSON.parse(stdout) };
}

describe("--config", () => {
  test("gives what the command line does not, and places lie beside it", async () => {
    const file = configured(
      "root: machine # beside this file\nrole: services\nservices: [10.0.1.238, circleci.example.com]\nserver-version: 2.20\negress: corporate\nonly: ec2-metadata, github-enterprise\nstrict: true\ntimeout: 3\n",
    );
    const { report } = await linted(file);
    expect(report.installation).toMatchObject({
      role: "services",
      services: "10.0.1.238",
      serverVersion: "2.20",
      egress: "corporate",
    });
    expect(report.settings.map(({ name }: { name: string }) => name)).toContain("https_proxy");
    expect(report.targets.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(["ec2-metadata/identity", "github-enterprise/web"]),
    );
    expect(report.targets.some(({ id }: { id: string }) => id.startsWith("s3/"))).toBe(false);
  });

  test("what is typed wins over it", async () => {
    const file = configured("root: machine\nrole: services\negress: corporate\nonly: [s3]\n");
    const { report } = await linted(file, "--role", "nomad-client", "--only", "ec2-metadata");
    expect(report.installation).toMatchObject({ role: "nomad-client", egress: "corporate" });
    expect(report.targets.map(({ id }: { id: string }) => id)).toEqual(["ec2-metadata/identity"]);
  });

  test("route takes the environment from it, and what is typed wins", async () => {
    const file = configured(
      "root: machine\nproxy: http://10.0.0.33:3128\nenv-file: nomad.env\nno-color: true\n",
    );
    const given = async (...words: readonly string[]) => {
      const command = route.options(new Command("route"));
      command.parse(["http://10.0.1.5/", "--config", file, ...words], { from: "user" });
      return (await withConfig(command, file)).values;
    };
    const envFile = join(scratch, "nomad.env");
    expect(await given()).toMatchObject({ envFile, environment: true, color: false });
    expect(await given("--env-file", "typed.env")).toMatchObject({ envFile: "typed.env" });
    expect(Object.keys(await given())).not.toContain("root");
  });

  test("a form of the report is for the commands that have it", async () => {
    const file = configured("root: machine\nrole: workstation\nservices: 10.0.1.238\nformat: html\n");
    const lint = await run(["lint", "--config", file]);
    expect(lint.stdout).toMatch(/^<!DOCTYPE html>/i);
    const fix = await run(["fix", "--config", file]);
    expect(fix).toMatchObject({ code: 1, stderr: "" });
    expect(fix.stdout).toMatch(/^1 verified fix/);
  });

  test.each([
    ["services: a\nskip: [s3, nope]\n", '2:1: skip: there is no target or probe "nope"'],
    ["services: a\nroot: missing\n", `2:1: root: cannot read ${join(scratch, "missing")}: no such file`],
    ["only: s3\nskip: s3\n", "1:1: only and --skip: together they leave nothing to check"],
  ])("what is found wrong with it later is told by its place too: %j", async (lines, told) => {
    const file = configured(lines);
    const { code, stderr } = await run(["lint", "--config", file]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`${file}:${told}`) });
  });

  test("an empty one changes nothing", async () => {
    const { report } = await linted(configured("# nothing yet\n"), "--root", machine, "--role", "services");
    expect(report.installation.role).toBe("services");
  });

  test("what cannot go together is refused, with the place in the file", async () => {
    const { code, stderr } = await run([
      "check",
      "--config",
      configured("root: machine\n"),
      "--lab",
      "healthy",
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/\.yml:1:1: root: cannot be used with --lab\n$/);
  });

  test("--only and --skip know its targets, and suggest them", async () => {
    const file = configured(
      "root: machine\nrole: services\ntargets:\n  - {id: own/artifactory, url: 'https://artifactory.example.com/', policy: must-direct}\n",
    );
    expect((await linted(file, "--only", "own")).report.targets).toHaveLength(1);
    const { code, stderr } = await run(["lint", "--config", file, "--skip", "own/artifactroy"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("did you mean own/artifactory?"),
    });
  });

  test("generate takes its names of the Services machine, and one proxy", async () => {
    const lines =
      "role: nomad-client\nservices: [10.0.1.238, circleci.example.com]\nproxy: http://10.0.0.33:3128\nroot: machine\n";
    const { code, stdout } = await run(["generate", "--config", configured(lines), "--form", "systemd"]);
    expect(code).toBe(0);
    expect(stdout).toContain("10.0.1.238");
    expect(stdout).toContain("circleci.example.com");
    const two = lines.replace("proxy: http://10.0.0.33:3128", "proxy: [http://a:1, http://b:2]");
    expect((await run(["generate", "--config", configured(two)])).stderr).toContain(": proxy: names several");
  });
});

describe("targets of one's own", () => {
  const targets = `
targets:
  - id: own/licences
    url: https://get.replicated.com/
    policy: must-direct
    reason: our firewall lets it out
    components: [shell-commands, docker-daemon]
  - id: own/metadata
    url: http://169.254.169.254/latest/
    policy: {standard: must-proxy, corporate: must-direct}
    expect: {status: [200], body: meta-data}
  - id: own/gone
    url: tcp://10.0.1.99:9999
    policy: must-direct
`;
  const findingsOf = (report: {
    findings: readonly { code: string; args: { targets?: readonly string[] } }[];
  }) => report.findings.map(({ code, args }) => `${code} ${args.targets?.join(" ")}`);

  test("are measured, judged and mended", async () => {
    const file = configured(`lab: healthy\nonly: own\ntimeout: 2\n${targets}`);
    const { code, stdout } = await run(["check", "--config", file, "--format", "json"]);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.observations.map(({ id }: { id: string }) => id)).toEqual([
      "own/licences@direct",
      "own/licences@http://10.0.0.33:3128",
      "own/metadata@direct",
      "own/metadata@http://10.0.0.33:3128",
      "own/gone@direct",
      "own/gone@http://10.0.0.33:3128",
    ]);
    expect(findingsOf(report)).toEqual(
      expect.arrayContaining([
        "misrouted-to-proxy own/licences",
        "misrouted-direct own/metadata",
        "target-timing-out own/licences own/gone",
      ]),
    );
    const deciders = report.decisions.map(
      ({ component, target }: { component: string; target: string }) => `${component} ${target}`,
    );
    expect(deciders.filter((each: string) => each.includes(" own/"))).toEqual([
      "shell-commands own/licences",
      "shell-commands own/metadata",
      "docker-daemon own/licences",
      "raw-connections own/gone",
    ]);
    const [fix] = report.fixes.filter(({ findings }: { findings: readonly string[] }) =>
      findings.some((id) => id.startsWith("misrouted-to-proxy")),
    );
    expect(fix).toMatchObject({ verdict: "verified" });
  });

  test("are judged by lint too, in the table as in JSON", async () => {
    const file = configured(`root: machine\nrole: services\nonly: own\n${targets}`);
    const { code, report } = await linted(file);
    expect(code).toBe(1);
    expect(findingsOf(report).join()).toContain("own/licences");
    expect((await run(["lint", "--config", file])).stdout).toMatch(/our firewall lets it out/i);
  });
});
