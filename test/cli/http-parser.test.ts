import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { program } = startingProgram();

test("a check has V8 compile undici's parser once, and not again for speed", () => {
  const words = [
    "--trace-wasm-compilation-times",
    "--",
    program,
    "check",
    "--lab",
    "healthy",
    "--only",
    "s3/regional",
  ];
  const { stdout } = spawnSync("node", words, { encoding: "utf8" });
  expect(stdout).toContain("using Liftoff");
  expect(stdout).not.toContain("using TurboFan");
});
