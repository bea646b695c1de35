import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peakMemoryKb } from "./peak-memory.ts";

const folder = mkdtempSync(join(tmpdir(), "peak-memory-"));
const telling = join(folder, "telling.mjs");

beforeAll(() =>
  build({
    stdin: {
      contents: 'import { peakMemoryKb } from "./peak-memory.ts"; console.log(peakMemoryKb());',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: telling,
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

test("what this process holds is part of it", () => {
  const before = peakMemoryKb();
  const held = Buffer.alloc(2 * before * 1024, 1);
  expect(peakMemoryKb()).toBeGreaterThan(held.length / 1024);
});

test.runIf(process.platform === "linux")("what the process that started it holds is not", () => {
  const { stdout } = spawnSync(process.execPath, [telling], { encoding: "utf8" });
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(peakMemoryKb() / 2);
});
