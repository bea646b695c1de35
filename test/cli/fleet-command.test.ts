import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { beforeAll, describe, expect, test } from "vitest";
import { gatheredFleet } from "../../src/cli/fleet/gathered-fleet.ts";
import type { Report } from "../../src/model/report.ts";
import { renderJson } from "../../src/render/json.ts";
import { wordsForUncounted } from "../../src/render/told/fleet/across.ts";
import { healthy, misroutedMetadata } from "../render/reports.ts";
import { machine, machines } from "../rig/fleet.ts";
import { startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();
const reports = join(scratch, "reports");
const alike = machines(healthy, 3);
const odd = machine(misroutedMetadata, "nomad-9", { role: "nomad-client" });

beforeAll(() => {
  mkdirSync(join(reports, "deeper"), { recursive: true });
  for (const report of alike) save(join(reports, `${report.installation.hostname}.json`), report);
  save(join(reports, "deeper", "odd.json"), odd);
  writeFileSync(join(reports, "notes.txt"), "no report");
});

function save(file: string, report: Report): void {
  writeFileSync(file, renderJson(report));
}

async function archive(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, text] of Object.entries(entries)) tar.entry({ name }, text);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const texts = () =>
  Object.fromEntries(
    [...alike, odd].map((each) => [`r/${each.installation.hostname}.json`, renderJson(each)]),
  );

/** What the fleet says of its machines, and what it says of reports. */
async function merged(words: readonly string[]) {
  const { code, stdout, stderr } = await run(["fleet", ...words, "--format", "json"]);
  const fleet = stdout === "" ? undefined : JSON.parse(stdout);
  return {
    ...{ code, stderr, leftOut: fleet?.leftOut },
    groups: fleet?.groups.map(({ hosts }: { hosts: readonly string[] }) => hosts),
  };
}

const GROUPS = [["nomad-1", "nomad-2", "nomad-3"], ["nomad-9"]];
const WHOLE = { code: 1, stderr: "", leftOut: [], groups: GROUPS };

describe("reports are read", () => {
  test("from files and directories, of these the *.json at any depth", async () => {
    expect(await merged([reports])).toEqual(WHOLE);
    const files = alike.map(({ installation }) => join(reports, `${installation.hostname}.json`));
    expect(await merged([...files, join(reports, "deeper")])).toEqual(WHOLE);
  });

  test.each(["all.tar", "all.tar.gz", "all.tgz", "without-a-name"])("from an archive: %s", async (name) => {
    const tar = await archive({ ...texts(), "r/notes.txt": "no report" });
    const file = join(scratch, name);
    writeFileSync(file, /gz$/.test(name) ? gzipSync(tar) : tar);
    expect(await merged([file])).toEqual(WHOLE);
  });

  test("once, where equal ones stand in several files or one is named twice", async () => {
    const [first = odd] = alike;
    const file = join(reports, `${first.installation.hostname}.json`);
    const copy = join(scratch, "spare-copy.json");
    save(copy, first);
    const paths = [reports, file, copy];
    const { summary, ...rest } = await gatheredFleet(paths, new AbortController().signal, () => undefined);
    expect({ hosts: summary.hosts, superseded: rest.superseded, leftOut: rest.leftOut }).toEqual({
      ...{ hosts: 4, superseded: [], leftOut: [] },
    });
    expect(wordsForUncounted({ summary, ...rest })).toEqual([
      `again: ${file}, which is named more than once and counts once`,
      `again: ${copy}, which is the same report as ${file} and counts once`,
    ]);
  });

  test.each(["an archive", "a report"])("from standard input: %s", async (kind) => {
    const input = kind === "a report" ? Buffer.from(renderJson(odd)) : gzipSync(await archive(texts()));
    const { status, stdout } = spawnSync(program, ["fleet", "-", "--format", "json"], { input });
    const { summary } = JSON.parse(stdout.toString());
    expect({ status, hosts: summary.hosts }).toEqual({ status: 1, hosts: kind === "a report" ? 1 : 4 });
  });
});

describe("the exit status", () => {
  const only = join(reports, "nomad-1.json");

  test("is 0 where no machine has an error, and 1 where one has", async () => {
    expect((await run(["fleet", only])).code).toBe(0);
    expect((await run(["fleet", reports])).code).toBe(1);
    expect((await run(["fleet", reports, "--exit-zero"])).code).toBe(0);
  });

  test("is 1 for a warning with --strict alone", async () => {
    const warned = join(scratch, "warned.json");
    const findings = misroutedMetadata.findings.filter(({ severity }) => severity === "warning");
    save(warned, { ...machine(healthy, "warned"), findings });
    expect(findings.length).toBeGreaterThan(0);
    expect((await run(["fleet", warned])).code).toBe(0);
    expect((await run(["fleet", warned, "--strict"])).code).toBe(1);
  });

  test("is 2, in one line, where a path leads to nothing", async () => {
    const empty = join(scratch, "empty");
    mkdirSync(empty);
    expect(await run(["fleet", empty])).toEqual({
      ...{ code: 2, stdout: "" },
      stderr: `proxy-doctor: fleet: no report (*.json) in ${empty}\n`,
    });
    expect(await run(["fleet", only, join(scratch, "no.json")])).toEqual({
      ...{ code: 2, stdout: "" },
      stderr: `proxy-doctor: fleet: cannot read ${join(scratch, "no.json")}: no such file or directory\n`,
    });
    expect(await run(["fleet"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("what cannot be read is named and left out, with status 3", () => {
  const long = `{"schemaVersion": 1, "x": ${"[".repeat(300_000)}`;
  const cases: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    "a torn report": [renderJson(odd).slice(0, 5000), /^breaks off at line \d+, column \d+$/],
    "another thing": ["[1]", /names no schemaVersion/],
    "nothing at all": ["", /^is empty$/],
    "a newer report": ['{"schemaVersion": 9}', /^has schemaVersion 9, and 1 is the newest/],
    "a wrong type": [renderJson(odd).replace('"nomad-client"', "7"), /^installation\.role: 7 is not/],
    "a missing part": [renderJson(odd).replace('"decisions"', '"x"'), /^decisions is missing$/],
    "escape sequences": ['{"schemaVersion": "\\u001b[2J"}', /^schemaVersion: "\\u001b\[2J" is not/],
    "deep nesting": [
      `{"schemaVersion": 1, "a": ${"[".repeat(500_000)}${"]".repeat(500_000)}}`,
      /is missing$/,
    ],
    "deep nesting, torn": [long, /holds more than a report can|breaks off/],
    "bytes that are no text": [Uint8Array.of(0xff, 0xfe, 0x7b), /is not UTF-8 text/],
  };

  test.each(Object.entries(cases))("%s", async (name, [text, why]) => {
    const file = join(scratch, `${name.replaceAll(" ", "-")}.json`);
    writeFileSync(file, text);
    const { leftOut, ...told } = await merged([reports, file]);
    expect(told).toEqual({ code: 3, stderr: "", groups: GROUPS });
    expect(leftOut).toEqual([{ file, why: expect.stringMatching(why) }]);
  });

  test("a file of a gigabyte, which is not read", async () => {
    const file = join(scratch, "huge.json");
    writeFileSync(file, "{");
    truncateSync(file, 1_073_741_824);
    const begun = performance.now();
    expect(await merged([reports, file])).toEqual({
      ...{ ...WHOLE, code: 3 },
      leftOut: [{ file, why: "is larger than 64 MiB" }],
    });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test("an archive that is cut, of which the first reports count", async () => {
    const tar = await archive(texts());
    const file = join(scratch, "cut.tar");
    writeFileSync(file, tar.subarray(0, tar.length - 20_000));
    const { code, leftOut, groups } = await merged([file]);
    expect({ code, groups }).toEqual({ code: 3, groups: [GROUPS[0]] });
    expect(leftOut).toMatchObject([{ file: expect.stringContaining("cut.tar") }]);
  });

  test("a zipped archive that is cut", async () => {
    const file = join(scratch, "cut.tgz");
    writeFileSync(file, gzipSync(await archive(texts())).subarray(0, 3000));
    const { code, leftOut } = await merged([reports, file]);
    expect(code).toBe(3);
    expect(leftOut).toMatchObject([{ file: expect.stringContaining("cut.tgz"), why: "breaks off" }]);
  });

  test("all of them, and the whole says so", async () => {
    const file = join(scratch, "torn.json");
    writeFileSync(file, "{");
    const { code, stdout } = await run(["fleet", file]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^No machine: none of the reports can be read/);
    expect(stdout).toContain(`left out: ${file} breaks off`);
  });
});

test("keys of every object there is are no key of a report", async () => {
  const file = join(scratch, "proto.json");
  const text = renderJson(odd).replace("{", '{"__proto__": {"judges": "x"}, "constructor": 1,');
  writeFileSync(file, text.replace('"programs": {', '"programs": {"__proto__": "1"'));
  expect(await merged([reports, file])).toMatchObject({ code: 1, leftOut: [] });
});

test("reports of the world's lab and of a check of this machine's settings are merged", async () => {
  const lint = join(scratch, "lint.json");
  await run(["lint", "--root", scratch, "--role", "services", "--format", "json", "--output", lint]);
  const { code, groups } = await merged([reports, lint]);
  expect({ code, groups }).toEqual({ code: 1, groups: [["lint"], ...GROUPS] });
});

test("the page and the ticket are written to a file", async () => {
  for (const format of ["html", "markdown", "table"]) {
    const file = join(scratch, `fleet.${format}`);
    expect(await run(["fleet", reports, "--format", format, "--output", file])).toEqual({
      ...{ code: 1, stdout: "", stderr: "" },
    });
    expect(readFileSync(file, "utf8")).toContain("nomad-9");
  }
});

test("a form that there is not is refused with the nearest", async () => {
  const { code, stderr } = await run(["fleet", reports, "--format", "marktown"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/--format: .*markdown/);
});

test("schema fleet prints the schema that is shipped", async () => {
  const shipped = readFileSync(new URL("../../docs/fleet.schema.json", import.meta.url), "utf8");
  expect(await run(["schema", "fleet"])).toEqual({ code: 0, stdout: shipped, stderr: "" });
});
