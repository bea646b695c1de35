import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runningProcesses } from "../../src/discover/proc.ts";

const root = mkdtempSync(join(tmpdir(), "proc-"));
afterAll(() => rmSync(root, { recursive: true }));

type Copied = {
  readonly comm: string;
  readonly cmdline?: string;
  readonly environ?: string;
  readonly exe?: string;
};

function copied(pid: number, { exe, ...files }: Copied): void {
  const folder = join(root, "proc", `${pid}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  if (exe !== undefined) symlinkSync(exe, join(folder, "exe"));
}

const zeros = (...pieces: readonly string[]) => pieces.map((piece) => `${piece}\0`).join("");
const PROGRAMS = ["dockerd", "nomad", "replicated", "replicated-operator", "replicated-ui", "java"];

describe("files copied out of /proc", () => {
  beforeAll(() => {
    copied(900, {
      comm: "dockerd\n",
      cmdline: zeros("/usr/bin/dockerd", "-H", "fd://"),
      environ: zeros(
        "HTTP_PROXY=http://10.0.0.33:3128",
        "EMPTY=",
        "A=b=c",
        "HTTP_PROXY=second",
        "__proto__=x",
        "odd",
      ),
      exe: "/usr/bin/dockerd (deleted)",
    });
    copied(77, { comm: "replicated-oper\n", cmdline: zeros("/usr/bin/replicated-operator"), environ: "" });
    copied(78, { comm: "replicated-oper\n", cmdline: zeros("/usr/bin/replicated-opera-house"), environ: "" });
    copied(79, { comm: "replicated\n", cmdline: zeros("/bin/sh", "/usr/bin/replicated"), exe: "/bin/dash" });
    copied(80, { comm: "nomad\n", cmdline: "", environ: "" });
    copied(81, { comm: "bash\n", cmdline: zeros("/usr/bin/nomad"), environ: "" });
    copied(82, { comm: "java\n" });
    mkdirSync(join(root, "proc/83"));
    writeFileSync(join(root, "proc/uptime"), "1");
    copied(84, { comm: "java\n", cmdline: zeros("java") });
    symlinkSync("/proc/self/environ", join(root, "proc/84/environ"));
  });

  test("programs that are looked for, by process id; the kernel's and those that are gone are not", async () => {
    const found = await runningProcesses(root, PROGRAMS);
    expect(found.map(({ pid, program }) => [pid, program])).toEqual([
      [77, "replicated-operator"],
      [79, "replicated"],
      [84, "java"],
      [900, "dockerd"],
    ]);
  });

  test("command line and environment; of two variables with one name the program sees the first", async () => {
    const found = (await runningProcesses(root, PROGRAMS)).find(({ pid }) => pid === 900);
    expect(found?.commandLine).toEqual(["/usr/bin/dockerd", "-H", "fd://"]);
    expect(Object.entries(found?.environment ?? {}).sort()).toEqual([
      ["A", "b=c"],
      ["EMPTY", ""],
      ["HTTP_PROXY", "http://10.0.0.33:3128"],
      ["__proto__", "x"],
    ]);
  });

  test("an environment that is not ours to read is missing, and a link leads nowhere else", async () => {
    const found = await runningProcesses(root, PROGRAMS);
    expect(found.filter((each) => "environment" in each).map(({ pid }) => pid)).toEqual([77, 900]);
  });

  test("where there is no /proc there are no processes", async () => {
    expect(await runningProcesses(join(root, "nowhere"), PROGRAMS)).toEqual([]);
  });
});

describe.skipIf(process.platform !== "linux")("this machine's /proc", () => {
  const program = "proxy-doctor-sleeps-here";
  let child: ChildProcess;
  beforeAll(async () => {
    copyFileSync("/bin/sleep", join(root, program));
    child = spawn(join(root, program), ["30"], { env: { no_proxy: "é", A: "1" } });
    await new Promise((resolve) => child.once("spawn", resolve));
  });
  afterAll(() => child.kill());

  test("a program whose name the kernel cuts is found by its whole name", async () => {
    expect(await runningProcesses("/", [program])).toEqual([
      {
        pid: child.pid,
        program,
        commandLine: [join(root, program), "30"],
        environment: { no_proxy: "é", A: "1" },
      },
    ]);
    expect(await runningProcesses("/", [program.slice(0, 15)])).toEqual([]);
  });
});
