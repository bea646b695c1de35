import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { absentDirectories } from "../../src/discover/absent-directories.ts";

const root = mkdtempSync(join(tmpdir(), "proxy-doctor-absent-"));
mkdirSync(join(root, "etc/conf.d"), { recursive: true });
mkdirSync(join(root, "closed"));
chmodSync(join(root, "closed"), 0);
writeFileSync(join(root, "file"), "");
symlinkSync("etc", join(root, "link"));
symlinkSync("nowhere", join(root, "dangling"));
symlinkSync("loop", join(root, "loop"));
const asked = () => absentDirectories(root);
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ["", false],
  ["etc", false],
  ["etc/conf.d", false],
  ["link/conf.d", false],
  ["home", true],
  ["home/me/.docker", true],
  ["etc/other.d", true],
  ["link/other.d", true],
  ["file/below", true],
  ["dangling", true],
  ["dangling/below", true],
  // What is wrong with them the reading tells.
  ["loop", false],
  ["loop/below", false],
])("%s below a root is absent: %s", async (directory, isAbsent) => {
  expect(await asked()(join(root, directory))).toBe(isAbsent);
});

test.skipIf(process.geteuid?.() === 0)("what may not be looked into is not known to be absent", async () => {
  expect(await asked()(join(root, "closed/below"))).toBe(false);
});

test("nothing is asked below a directory that is absent, or twice", async () => {
  const isAbsent = asked();
  expect(await isAbsent(join(root, "srv/a"))).toBe(true);
  // They have come since.
  for (const directory of ["srv/a", "srv/b/c"]) mkdirSync(join(root, directory), { recursive: true });
  expect(await isAbsent(join(root, "srv/a"))).toBe(true);
  expect(await isAbsent(join(root, "srv/b/c"))).toBe(true);
  expect(await asked()(join(root, "srv/a"))).toBe(false);
});
