import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quick, startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();

describe("wrong input ends with status 2 and one line that names it", () => {
  const notPem = join(scratch, "not.pem");
  writeFileSync(notPem, "hello");
  const binary = join(scratch, "binary");
  writeFileSync(binary, Buffer.from([0xff, 0x41, 0x3d]));

  test.each<[string, readonly string[]]>([
    ["unknown option '--rol'", ["check", "--rol", "services"]],
    ['--role: "butler" is not one of services, nomad-client', ["check", "--role", "butler"]],
    ['unknown command "chekc"', ["chekc"]],
    ['--proxy: "http://" is not a proxy URL', ["check", "--proxy", "http://"]],
    ['--services: "http://10.0.1.238" is not a host name', ["check", "--services", "http://10.0.1.238"]],
    ['--ghe: "ghe example" is not a host name', ["check", "--ghe", "ghe example"]],
    ['--services: "999.1.1.1" is not a host', ["check", "--services", "999.1.1.1"]],
    ['--ghe: "a..b" is not a host', ["check", "--ghe", "a..b"]],
    ['--proxy: "pac+foo" is not a proxy URL', ["check", "--proxy", "pac+foo"]],
    ['--proxy: "http://..:1" is not a proxy URL', ["check", "--proxy", "http://..:1"]],
    ['--only: "," names no target', ["check", "--only", ","]],
    ['--only: "" names no target', ["check", "--only", ""]],
    ['--skip: "," names no target', ["check", "--skip", ","]],
    ["leave nothing to check", ["check", "--only", "s3", "--skip", "s3"]],
    ['unknown command "nope"', ["help", "nope"]],
    ["--env-file: /dev/zero is larger than 1 MiB", ["check", "--env-file", "/dev/zero"]],
    [`--env-file: ${binary} is not UTF-8 text`, ["check", "--env-file", binary]],
    [
      "--output: cannot write /dev/full: no space is left",
      ["check", ...quick(scratch), "--output", "/dev/full"],
    ],
    ['--region: "mars"', ["check", "--region", "mars"]],
    ['--bucket: "My_Bucket"', ["check", "--bucket", "My_Bucket"]],
    ['--timeout: "soon"', ["check", "--timeout", "soon"]],
    ['--deadline: "0"', ["check", "--deadline", "0"]],
    [
      `--env-file: cannot read ${scratch}/missing: no such file`,
      ["check", "--env-file", `${scratch}/missing`],
    ],
    [`--root: cannot read ${scratch}/missing: no such file`, ["check", "--root", `${scratch}/missing`]],
    [`--root: ${notPem} is not a directory`, ["check", "--root", notPem]],
    [`--ca-file: ${notPem} holds no certificate`, ["check", "--ca-file", notPem]],
    ['--only: there is no target or probe "s4"', ["check", "--only", "s3,s4"]],
    ['there is no world "heaven"', ["check", "--lab", "heaven"]],
    ['there is no world "heaven"', ["lab", "heaven"]],
    ["cannot be used with option", ["check", "--lab", "healthy", "--root", "/"]],
  ])("%s", async (complaint, words) => {
    const { code, stdout, stderr } = await run(words);
    expect(stderr).toContain(complaint);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(/^proxy-doctor: /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test.each([
    ["check", "--proxy", "http://alice:s3cret@:3128"],
    ["check", "--proxy", "htp//alice:s3cret@proxy"],
    ["check", "--proxy", "http://alice:s3cret"],
    ["check", "--proxy", "pac+http://alice:s3cret@wpad/proxy.pac"],
    ["check", "--ghe", "https://alice:s3cret@ghe.example.com"],
    ["check", "--prox=http://alice:s3cret@proxy:3128"],
    ["http://alice:s3cret@proxy:3128"],
  ])("a password in it is not repeated: %s %s %s", async (...words) => {
    // Nothing is measured of a bucket that has no name, should one of them be let in.
    const rest = words[0] === "check" ? quick(scratch) : [];
    const { code, stderr } = await run([...words, ...rest]);
    expect(code).toBe(2);
    expect(stderr).not.toContain("s3cret");
  });

  test("nor are control characters obeyed", async () => {
    const { stderr } = await run(["check", "--ghe", "\u001b[2Jghe"]);
    expect(stderr).not.toContain("\u001b");
  });
});

describe("check", () => {
  test("finds what is wrong in a world, on standard output, and says so by its status", async () => {
    const { code, stdout, stderr } = await run(["check", "--lab", "misrouted-metadata", "--timeout", "1"]);
    expect(stdout).toContain("misrouted-to-proxy");
    expect(stdout).toContain("+NO_PROXY=");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  test("--exit-zero ends with 0 all the same, unless the run is incomplete", async () => {
    const words = ["check", "--lab", "dead-proxy", "--timeout", "1", "--exit-zero"];
    expect((await run(words)).code).toBe(0);
    expect((await run([...words, "--timeout", "20", "--deadline", "1"])).code).toBe(3);
  });

  test("is the default command", async () => {
    const { code, stdout } = await run(["--lab", "healthy", "--timeout", "1", "--format", "json"]);
    const report = JSON.parse(stdout);
    expect({ code, findings: report.findings, errors: report.toolErrors }).toEqual({
      code: 0,
      findings: [],
      errors: [],
    });
    expect(report.targets).toHaveLength(26);
    // What a bundler does to names shows in the lab's proxy, which knows its own refusals by theirs.
    const denied = report.observations.find(({ id }: { id: string }) =>
      id.startsWith("github-enterprise/ssh@http"),
    );
    expect(JSON.stringify(denied)).toContain("proxy-denied");
  });

  test("--only measures a part", async () => {
    const { stdout } = await run([
      "check",
      "--lab",
      "healthy",
      "--only",
      "ec2-metadata,s3/global",
      "--format",
      "json",
    ]);
    const ids = JSON.parse(stdout).observations.map(({ target }: { target: string }) => target);
    expect(new Set(ids)).toEqual(new Set(["s3/global", "ec2-metadata/identity"]));
  });

  test("--output writes the whole report or nothing, and leaves nothing beside it", async () => {
    const file = join(scratch, "report.json");
    const { code, stdout } = await run([
      "check",
      "--lab",
      "healthy",
      "--only",
      "s3",
      "--format",
      "json",
      "--output",
      file,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(JSON.parse(readFileSync(file, "utf8")).summary.errors).toBe(0);
    expect(readdirSync(scratch).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const lost = await run([
      "check",
      "--lab",
      "healthy",
      "--only",
      "s3",
      "--output",
      join(scratch, "no", "where"),
    ]);
    expect(lost.code).toBe(2);
    expect(existsSync(join(scratch, "no"))).toBe(false);
  });

  test("--proxy is measured through besides those that settings name", async () => {
    const words = ["--role", "workstation", "--services", "127.0.0.1", "--only", "services-machine/web"];
    const { stdout } = await run([
      "check",
      ...words,
      ...["--root", scratch, "--no-environment", "--format", "json"],
      ...["--proxy", "http://127.0.0.1:1"],
    ]);
    const ids = JSON.parse(stdout).observations.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(["services-machine/web@direct", "services-machine/web@http://127.0.0.1:1"]);
  });

  test("the deadline ends the run, and what is known is printed with status 3", async () => {
    const { code, stdout } = await run([
      "check",
      "--lab",
      "both-time-out",
      "--deadline",
      "4",
      "--timeout",
      "20",
      "--format",
      "json",
    ]);
    const { stopped, observations } = JSON.parse(stdout);
    expect({ code, stopped }).toEqual({ code: 3, stopped: "deadline" });
    expect(observations.some(({ answeredBy }: { answeredBy: string }) => answeredBy === "target")).toBe(true);
  });

  test("an interrupt prints what is known, with status 3", async () => {
    const { code, stdout } = await run(
      ["check", "--lab", "both-time-out", "--timeout", "20", "--format", "json"],
      (child) => {
        setTimeout(() => child.kill("SIGINT"), 1500);
      },
    );
    expect({ code, stopped: JSON.parse(stdout).stopped }).toEqual({ code: 3, stopped: "interrupt" });
  });

  test("SIGTERM has the file written whole that --output names", async () => {
    const file = join(scratch, "interrupted.json");
    const words = ["check", "--lab", "both-time-out", "--timeout", "20", "--format", "json"];
    const { code, stdout } = await run([...words, "--output", file], (child) => {
      setTimeout(() => child.kill("SIGTERM"), 4000);
    });
    const { stopped, summary, observations } = JSON.parse(readFileSync(file, "utf8"));
    expect({ code, stdout, stopped }).toEqual({ code: 3, stdout: "", stopped: "interrupt" });
    expect(observations).toHaveLength(52);
    expect(summary.unknown).toBeGreaterThan(0);
  });

  test("reads an environment from a file, and keeps its password", async () => {
    const file = join(scratch, "environment");
    writeFileSync(file, "https_proxy=http://alice:s3cret@127.0.0.1:1\n");
    const words = [
      "check",
      "--role",
      "workstation",
      "--services",
      "127.0.0.1",
      "--only",
      "services-machine/web",
    ];
    const { stdout } = await run([...words, "--env-file", file, "--root", scratch, "--format", "json"]);
    expect(stdout).toContain("alice:***1@127.0.0.1:1");
    expect(stdout).not.toContain("s3cret");
  });
});

test.skipIf(!existsSync("/usr/bin/script"))(
  "Ctrl-C at a terminal does the same (needs script, of bsdutils)",
  async () => {
    const command = `stty cols 80 rows 50; exec ${program} check --lab both-time-out --timeout 20`;
    const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve) => {
      const terminal = spawn("script", ["-qefc", command, "/dev/null"], {
        env: { PATH: process.env["PATH"] },
      });
      let output = "";
      let pressed = false;
      terminal.stdout.on("data", (chunk) => {
        output += chunk;
        if (pressed || !/\d+ of \d+ measured, \d+ left; slowest: \S+ \S+, \d+\.\d s/.test(output)) return;
        pressed = true;
        terminal.stdin.write("\u0003");
      });
      terminal.on("close", (code) => resolve({ code, output }));
    });
    expect(output).toContain("it was interrupted");
    expect(code).toBe(3);
  },
);

test("lab lists every world, and shows one", async () => {
  const list = await run(["lab"]);
  expect(list.stdout).toMatch(/misrouted-metadata\s+\S/);
  const one = await run(["lab", "misrouted-metadata"]);
  expect(one.stdout).toContain("/etc/environment");
  expect([list.code, one.code]).toEqual([0, 0]);
});

test("--version is the package's", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test("--help shows the options and ends with 0", async () => {
  const { code, stdout } = await run(["check", "--help"]);
  expect(stdout).toContain("--egress <policy>");
  expect(code).toBe(0);
});
