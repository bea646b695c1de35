import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bring } from "../../packaging/brought.js";
import { run } from "./release.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSC = join(ROOT, "node_modules", ".bin", "tsc");

let scratch: string;
let tarball: string;
let consumer: string;
let tools: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "npm-package-"));
  const packed = await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch], {
    cwd: ROOT,
  });
  expect(packed.stderr).toBe("");
  tarball = join(scratch, packed.stdout.trim());
  tools = join(await bring(), ".bin");
  consumer = join(scratch, "consumer");
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), "{}");
  await run("npm", ["install", "--no-audit", "--no-fund", tarball], { cwd: consumer, env: home() });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** npm keeps what it has fetched below it. */
function home(): Readonly<Record<string, string>> {
  return { HOME: process.env["HOME"] ?? "" };
}

test("publint finds nothing to say of it", async () => {
  const { stdout, code } = await run(join(tools, "publint"), [tarball, "--strict"]);
  expect(stdout).toContain("All good!");
  expect(code).toBe(0);
});

test("its types are found from both kinds of modules (arethetypeswrong)", async () => {
  // Without the resolution of Node 10, which knows no exports.
  const { stdout, code } = await run(join(tools, "attw"), [tarball, "--profile", "node16", "--no-color"]);
  expect(code, stdout).toBe(0);
  expect(stdout).toContain("🟢 (CJS)");
});

test("npx runs it from the tarball", async () => {
  const { stdout, stderr } = await run(
    "npx",
    ["--yes", `--package=${tarball}`, "proxy-doctor", "--version"],
    {
      cwd: scratch,
      env: home(),
    },
  );
  expect([stdout, stderr]).toEqual(["0.1.0\n", ""]);
});

const QUESTION =
  '{ client: "curl", url: "http://a.corp/", environment: { http_proxy: "http://10.0.0.33:3128" } }';

test.each([
  ["asks.mts", 'import { decideRoute, type RouteAnswer } from "proxy-doctor";'],
  ["asks.cts", 'import { decideRoute, type RouteAnswer } from "proxy-doctor";'],
])("%s has its types and its functions", async (name, imports) => {
  const asking = `const answer: RouteAnswer = decideRoute(${QUESTION});\nconsole.log(answer.route);\n`;
  writeFileSync(join(consumer, name), `${imports}\n${asking}`);
  const options = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  const types = ["--typeRoots", join(ROOT, "node_modules", "@types")];
  const compiled = await run(TSC, [...options, ...types, name], { cwd: consumer });
  expect(compiled.stdout).toBe("");
  const { stdout } = await run(process.execPath, [name.replace(/ts$/, "js")], { cwd: consumer });
  expect(stdout).toBe("proxy\n");
});

test("it holds the built program, its pages and schemas, and nothing else", () => {
  const folder = join(consumer, "node_modules", "proxy-doctor");
  const own = readdirSync(folder).filter((name) => name !== "node_modules");
  expect(own.sort()).toEqual([
    "LICENSE",
    "README.md",
    "bin",
    "deploy",
    "dist",
    "docs",
    "man",
    "package.json",
  ]);
  expect(readdirSync(join(folder, "docs"))).not.toContain("decisions");
});
