import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const GATHER = fileURLToPath(new URL("../../deploy/nomad/gather.sh", import.meta.url));
const NOMAD = fileURLToPath(new URL("./fake-nomad.sh", import.meta.url));
const JOB = "proxy-doctor/dispatch-1";

let folder: string;
let reports: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gather-"));
  reports = join(folder, "reports");
  mkdirSync(join(folder, "allocations"));
  mkdirSync(join(folder, "bin"));
  copyFileSync(NOMAD, join(folder, "bin/nomad"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("brings one report for each client, also where their metadata gave all of them one name", () => {
  allocation(1, { node: "i-0cc", files: { "alloc/data/report.json": "{1}" } });
  allocation(2, { node: "i-0cc", files: { "alloc/data/report.json": "{2}" } });
  expect(gather(JOB, reports)).toEqual({
    status: 0,
    stdout: `2 reports: proxy-doctor fleet ${reports}/*.json\n`,
    stderr: "",
  });
  expect(kept()).toEqual({ "i-0cc-1f6a7b8c.json": "{1}", "i-0cc-2f6a7b8c.json": "{2}" });
});

test("says which client has no report and why, and keeps none of an earlier time in its place", () => {
  allocation(1, { node: "builder-1", files: { "alloc/data/report.json": "{1}" } });
  const stderr = "curl: nothing\nproxy-doctor: unknown \u001b[2Joption\n";
  allocation(2, { node: "builder-2", files: { "alloc/logs/check.stderr.0": stderr } });
  allocation(3, { node: "builder-3", files: {} });
  mkdirSync(reports);
  writeFileSync(join(reports, "builder-2-2f6a7b8c.json"), "{old}");
  const { status, stderr: said } = gather(JOB, reports);
  expect(status).toBe(1);
  expect(said).toBe(
    `builder-2-2f6a7b8c has no report: proxy-doctor: unknown [2Joption\nbuilder-3-3f6a7b8c has no report: failed, allocation ${id(3)}\n`,
  );
  expect(kept()).toEqual({ "builder-1-1f6a7b8c.json": "{1}" });
});

test("does with the ID alone where the client's name is none for a file", () => {
  allocation(1, { node: "../../etc/x", files: { "alloc/data/report.json": "{1}" } });
  gather(JOB, reports);
  expect(kept()).toEqual({ "1f6a7b8c.json": "{1}" });
});

test("says so where no client has run the job", () => {
  expect(gather(JOB, reports)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no allocations"),
  });
});

test.each([[[]], [[JOB]], [["another", "reports"]]])("ends with 2 at %j", (words) => {
  expect(gather(...words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^(usage|No job)/) });
});

function gather(...words: readonly string[]) {
  const env = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    ALLOCATIONS: join(folder, "allocations"),
  };
  const { status, stdout, stderr } = spawnSync("sh", [GATHER, ...words], { env, encoding: "utf8" });
  return { status, stdout, stderr };
}

function kept(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(reports).map((name) => [name, readFileSync(join(reports, name), "utf8")]),
  );
}

function id(number: number): string {
  return `${number}a2b3c4d-1111-2222-3333-444455556666`;
}

/** What `nomad alloc status -json` says of an allocation, its own fields before those of its job. */
function allocation(
  number: number,
  { node, files }: { readonly node: string; readonly files: Readonly<Record<string, string>> },
): void {
  const status = {
    ID: id(number),
    NodeID: `${number}f6a7b8c-aaaa-bbbb-cccc-ddddeeeeffff`,
    NodeName: node,
    JobID: JOB,
    Job: { ID: JOB, NodeName: "not-this-one" },
    ClientStatus: "failed",
  };
  for (const [path, text] of Object.entries({ ...files, status: JSON.stringify(status, null, 4) })) {
    const full = join(folder, "allocations", id(number), path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}
