import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { program, scratch } = startingProgram();

test("without a build, one line says so", async () => {
  const bin = join(scratch, "bin");
  mkdirSync(bin);
  for (const name of ["proxy-doctor.js", "package.json"]) {
    copyFileSync(join(dirname(program), name), join(bin, name));
  }
  writeFileSync(join(scratch, "package.json"), '{ "type": "module" }');
  const { status, stderr } = spawnSync("node", ["--", join(bin, "proxy-doctor.js")], { encoding: "utf8" });
  expect(stderr).toMatch(/^proxy-doctor: it is not built \(npm run build\).*\n$/);
  expect(status).toBe(3);
});

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const heedsDashes = major > 20 || minor >= 19;

test.runIf(heedsDashes)("node starts it too, and leaves it its options behind --", async () => {
  const words = ["--", program, "check", "--env-file", `:${scratch}/missing`];
  const { status, stderr } = spawnSync("node", words, { encoding: "utf8" });
  expect(stderr).toContain(`--env-file: cannot read :${scratch}/missing`);
  expect(status).toBe(2);
});

test.runIf(process.platform === "linux")(
  "a version that cannot be written has status 3, and one line says why",
  () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(program, ["--version"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: "proxy-doctor: cannot write to standard output: no space is left\n",
    });
  },
);
