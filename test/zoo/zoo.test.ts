import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "./bundle.js";
import { runZoo, type ZooRun } from "./child.ts";
import { flawsIn, flawsOfRun } from "./compare.ts";
import { casesOf } from "./fault.ts";
import { FAULTS } from "./faults/index.ts";

/** What the measuring process may take of memory, servers aside. */
const MOST_MB = 120;
/**
 * A heap that holds what is live and hardly more: on a machine with much memory V8 would rather keep the rest. And
 * Node 20's optimiser of WebAssembly takes 40 MB for undici's parser alone (transport-notes 4).
 */
const THRIFT = ["--max-old-space-size=40", "--max-semi-space-size=1", "--liftoff-only"];
const isNode20 = process.versions.node.startsWith("20.");

let run: ZooRun;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zoo-"));
  await bundle(folder);
  run = await runZoo(folder, process.execPath, isNode20 ? THRIFT : []);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("on every route, and within its time,", () => {
  test.each(FAULTS)("$name is named", (fault) => {
    expect(flawsIn(casesOf([fault]), run.shown)).toEqual([]);
  });
});

describe("the whole", () => {
  test("leaves no socket, timer or handle, and its process ends by itself", () => {
    expect(flawsOfRun(run)).toEqual([]);
  });

  test.skipIf(!isNode20)(
    `stays under ${MOST_MB} MB (measured under Node 20, the oldest there may be)`,
    () => {
      expect(run.summary?.rssMb).toBeLessThan(MOST_MB);
    },
  );

  test("tells no two faults by one name", () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });
});
