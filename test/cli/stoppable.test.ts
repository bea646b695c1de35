import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { scratch } = startingProgram();

test("the first Ctrl-C tells the work to stop, and a second ends it where it stands", async () => {
  const program = join(scratch, "stubborn.mjs");
  buildSync({
    entryPoints: [join(import.meta.dirname, "stubborn.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const said = async () => String((await once(child.stdout, "data"))[0]);
  expect(await said()).toBe("works\n");
  child.kill("SIGINT");
  expect(await said()).toBe("told: interrupt\n");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([3, null]);
});
