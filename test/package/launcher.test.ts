import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { released, run } from "./release.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "launcher-"));
  copyFileSync(released("proxy-doctor"), join(folder, "proxy-doctor"));
  for (const file of ["x64", "x64-old", "arm64"]) {
    writeFileSync(join(folder, `proxy-doctor-linux-${file}`), `#!/bin/sh\necho ${file} "$@"\n`, {
      mode: 0o755,
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts it on a machine that says so of itself. */
function on(machine: string, libc: string | undefined) {
  const uname = `uname() { case $1 in -s) echo Linux ;; *) echo ${machine} ;; esac; }`;
  const getconf = `getconf() { ${libc === undefined ? "return 1" : `echo "${libc}"`}; }`;
  const script = `${uname}\n${getconf}\n. ${join(folder, "proxy-doctor")}`;
  return run("/bin/sh", ["-c", script, join(folder, "proxy-doctor"), "a b", "c"]);
}

test.each([
  ["x86_64", "glibc 2.36", "x64"],
  ["x86_64", "glibc 2.28", "x64"],
  ["x86_64", "glibc 2.27", "x64-old"],
  ["x86_64", "glibc 2.17", "x64-old"],
  ["aarch64", "glibc 2.31", "arm64"],
])("on %s with %s it starts %s", async (machine, libc, file) => {
  expect(await on(machine, libc)).toEqual({ code: 0, stdout: `${file} a b c\n`, stderr: "" });
});

test.each([
  ["x86_64", "glibc 2.12", "the executables need glibc 2.17 or newer, and this system has glibc 2.12"],
  ["x86_64", undefined, "the executables need glibc 2.17 or newer, and this system has another C library"],
  [
    "riscv64",
    "glibc 2.36",
    "there are executables for Linux on x86_64 and aarch64, and this is Linux on riscv64",
  ],
  [
    "aarch64",
    "glibc 2.17",
    `FOLDER/proxy-doctor-linux-arm64-old is missing, which is the one for this machine (glibc 2.17, aarch64)`,
  ],
])("on %s with %s it says in a line what is wrong", async (machine, libc, line) => {
  const stderr = `proxy-doctor: ${line.replace("FOLDER", folder)}\n`;
  expect(await on(machine, libc)).toEqual({ code: 2, stdout: "", stderr });
});
