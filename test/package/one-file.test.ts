import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { type Ended, released, run } from "./release.ts";

const BUILT = fileURLToPath(new URL("../../bin/proxy-doctor.js", import.meta.url));

/** Those that run here. */
const FILES = ["proxy-doctor.cjs", "proxy-doctor-linux-x64", "proxy-doctor-linux-x64-old"];

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "one-file-"));
  mkdirSync(join(scratch, "etc"));
  writeFileSync(join(scratch, "etc", "environment"), "HTTP_PROXY=http://10.0.0.33:3128\n");
  writeFileSync(
    join(scratch, "proxy.pac"),
    "function FindProxyForURL() { return 'PROXY 127.0.0.1:9; DIRECT'; }\n",
  );
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Command lines that say the same each time, here in words that need no file but those of `scratch`. */
const COMMANDS: readonly string[] = [
  "--version",
  "--help",
  "nonsense",
  "route http://169.254.169.254/ https://s3.amazonaws.com/",
  "explain misrouted-to-proxy",
  "explain",
  "schema",
  "schema config",
  "completion bash",
  "completion fish",
  "tunnel --help",
  "lint --root ROOT --role services --services 10.0.1.238",
  "fix --root ROOT --role services --services 10.0.1.238 --dry-run",
  "generate --role services --services 10.0.1.238 --proxy http://10.0.0.33:3128",
  "plan --root ROOT --role workstation --services 127.0.0.1",
  "lab",
];

const LAB = ["check", "--lab", "misrouted-metadata", "--format", "json"];

describe.each(FILES)("%s, alone in a folder,", (name) => {
  let file: string;
  beforeAll(() => {
    mkdirSync(join(scratch, name));
    file = join(scratch, name, "pd");
    copyFileSync(released(name), file);
    chmodSync(file, 0o755);
  });
  const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    run(file, words, { cwd: join(scratch, name), env });

  test.each(COMMANDS)("says to `%s` what the built program says", async (line) => {
    const words = line.replace("ROOT", scratch).split(" ");
    expect(await start(words)).toEqual(await run(BUILT, words, { cwd: scratch }));
  });

  test("finds in the lab what the built program finds", async () => {
    const [here, there] = [await start(LAB), await run(BUILT, LAB)];
    expect(codesOf(here)).toEqual(codesOf(there));
    expect(codesOf(here)).toContain("misrouted-to-proxy");
    expect(here.code).toBe(1);
  });

  test("looks up names and runs proxy scripts, in a process and a thread of its own", async () => {
    const settings = ["--root", join(scratch, name), "--no-environment", "--role", "workstation"];
    const asked = ["--services", "localhost", "--only", "services-machine/console", "--timeout", "5"];
    const script = `pac+file://${join(scratch, "proxy.pac")}`;
    const { stdout } = await start(["check", ...settings, ...asked, "--proxy", script, "--format", "json"]);
    const { observations }: Report = JSON.parse(stdout);
    const [direct, scripted] = observations.map((each) => (each.outcome === "broken" ? undefined : each));
    expect(direct?.phases[0]).toMatchObject({ name: "dns", status: "ok" });
    expect(scripted?.script).toMatchObject({ answer: "PROXY 127.0.0.1:9; DIRECT", chose: "direct" });
  });

  test("reads nothing that lies in its folder, and no options for its runtime", async () => {
    const folder = join(scratch, name);
    writeFileSync(join(folder, ".env"), "http_proxy=http://from-dot-env:1\n");
    writeFileSync(join(folder, "bunfig.toml"), 'preload = ["./nowhere.js"]\n');
    const isScript = name.endsWith(".cjs");
    const env = isScript ? {} : { NODE_OPTIONS: "--require /nowhere.js" };
    const { stdout, stderr, code } = await start(["route", "--json", "http://a.corp/"], env);
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).not.toContain("from-dot-env");
  });

  test("takes --env-file for its own", async () => {
    const words = ["route", "--env-file", "/nowhere/file", "http://a.corp/"];
    expect(await start(words)).toEqual(await run(BUILT, words));
  });
});

function codesOf({ stdout }: Ended): readonly string[] {
  const { findings }: Report = JSON.parse(stdout);
  return findings.map(({ code }) => code).sort();
}
