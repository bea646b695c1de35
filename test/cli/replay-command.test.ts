import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();
const root = fileURLToPath(new URL("../scenarios/page-pasted-into-customizations/root", import.meta.url));
const LINT = ["lint", "--root", root, "--role", "services", "--services", "10.0.1.238"];
const saved = join(scratch, "report.json");

beforeAll(async () => {
  await run([...LINT, "--format", "json", "--output", saved]);
}, 60_000);

describe("replay", () => {
  test.each([[[]], [["--quiet"]], [["--strict"]], [["--exit-zero"]], [["--format", "json"]]])(
    "prints what the run printed, with its exit status: %j",
    async (how) => {
      const { durationMs: _, startedAt: __, ...was } = comparable(await run([...LINT, ...how]));
      const { durationMs: ___, startedAt: ____, ...is } = comparable(await run(["replay", saved, ...how]));
      expect(is).toEqual(was);
    },
  );

  test("reads standard input for -", () => {
    const input = readFileSync(saved);
    const { status, stdout } = spawnSync(program, ["replay", "-", "--format", "json"], { input });
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 1, stdout: input.toString() });
  });

  test.each([
    ["is not there", "no.json", undefined, "cannot read {}: no such file or directory"],
    ["is cut short", "cut.json", '{"schemaVersion": 1,', "{}: breaks off at line 1, column 21"],
    ["is another thing", "other.json", "[1]", "{}: is no report of proxy-doctor: it names no schemaVersion"],
    [
      "holds escape sequences",
      "escape.json",
      '{"schemaVersion": "\\u001b[31m"}',
      '{}: schemaVersion: "\\u001b[31m" is not the number of a version',
    ],
  ])("refuses in one line a file that %s", async (_, name, text, why) => {
    const file = join(scratch, name);
    if (text !== undefined) writeFileSync(file, text);
    const { code, stdout, stderr } = await run(["replay", file]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `proxy-doctor: replay: ${why.replace("{}", file)}\n`,
    });
  });

  test("refuses names that the report does not know", async () => {
    const { code, stderr } = await run(["replay", saved, "--only", "s4"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'proxy-doctor: --only: the report has no target or probe "s4"\n',
    });
  });
});

test("schema prints the schema that is shipped", async () => {
  const { code, stdout } = await run(["schema"]);
  const shipped = readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8");
  expect({ code, stdout }).toEqual({ code: 0, stdout: shipped });
});

/** The command that mends it; a run names in it the options that it was given, which are in no report. */
const COMMAND = /^Type: .*\\?(?:\n {2,}.*)*/gm;

/** JSON as an object, in which times can be left out; all else as it is, without the command to type. */
function comparable(ended: {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}): { readonly [key: string]: unknown } {
  const { stdout, ...rest } = ended;
  return stdout.startsWith("{")
    ? { ...rest, ...JSON.parse(stdout) }
    : { ...rest, stdout: stdout.replace(COMMAND, "") };
}
