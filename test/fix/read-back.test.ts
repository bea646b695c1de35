import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readFaults, readSettings } from "../../src/formats/index.ts";
import { readJvmOptions } from "../../src/formats/jvm-options.ts";
import { maskValue } from "../../src/formats/mask-value.ts";
import type { Loader, Setting, SettingsFile } from "../../src/model/setting.ts";
import { BASH, bashComplaint, bashExportReader, bashReader } from "../formats/bash.ts";
import { dumpOfUnit, valuesOf } from "../formats/systemd-dump.ts";
import { changedFiles, fixedScenarios } from "../scenarios/fixed.ts";
import { ALL_KEPT, kept } from "./kept-lines.ts";

/** Where files are written as verified fixes leave them, for the programs to read. */
const scratch = mkdtempSync(join(tmpdir(), "read-back-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const FIXED = (await fixedScenarios()).filter(({ changes }) => changes.length > 0);
const FILES = FIXED.flatMap((fixed) =>
  changedFiles(fixed).map((file) => ({ scenario: fixed.name, path: file.path, file })),
);
const filesOf = (...loaders: readonly Loader[]) => FILES.filter(({ file }) => loaders.includes(file.loader));
const SHELL = filesOf("shell");
const DROP_INS = filesOf("systemd");
const WITH_JVM = SHELL.filter(({ file }) => readSettings(file).some(({ name }) => name === "JVM_OPTS"));
const OPTIONS = filesOf("docker-options");

test("there are files for every program", () => {
  const counts = [FIXED, SHELL, DROP_INS, WITH_JVM, OPTIONS].map(({ length }) => length);
  for (const [at, least] of [50, 45, 5, 15, 2].entries()) expect(counts[at]).toBeGreaterThanOrEqual(least);
});

describe("a patch keeps every line but the one that it names", () => {
  test.each(FIXED)("$name", ({ steps }) => {
    expect(steps.length).toBeGreaterThan(0);
    for (const { patch, before, after } of steps) {
      for (const { path, loader, text } of before.files) {
        const now = after.files.find((each) => each.path === path && each.loader === loader)?.text;
        if (path === patch.file)
          expect({ patch, ...kept(text, now ?? "", patch) }).toEqual({ patch, ...ALL_KEPT });
        else expect(now).toBe(text);
      }
    }
  });
});

/** The values that count, by name, and a name set to nothing left out, as bash's readers leave it out. */
function valuesIn(settings: readonly Setting[]): Readonly<Record<string, string>> {
  const counting = settings.filter(({ flaw }) => flaw === undefined);
  const last = new Map(counting.map(({ name, value }) => [name, value]));
  return Object.fromEntries([...last].filter(([, value]) => value !== ""));
}

const masked = (variables: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, maskValue(name, value)]));

const NAMES = [...new Set(SHELL.flatMap(({ file }) => readSettings(file).map(({ name }) => name)))];
const [held, handedOn] = [bashReader(NAMES), bashExportReader(NAMES)];

describe.skipIf(BASH === "")(`bash${BASH === "" ? " (skipped: not installed)" : ""}`, () => {
  test.each(SHELL)("sources $path of $scenario, and holds what our reader says", ({ file }) => {
    const settings = readSettings(file);
    const isWhole = !readFaults(file).some(({ kind }) => kind === "syntax-error");
    expect(bashComplaint(file.text) === "").toBe(isWhole);
    expect(masked(held(file.text))).toEqual(valuesIn(settings));
    expect(masked(handedOn(file.text))).toEqual(valuesIn(settings.filter(({ exported }) => exported)));
  });

  const options = bashReader(["REPLICATED_OPTS"]);
  test.each(OPTIONS)("splits the options in $path of $scenario into what our reader says", ({ file }) => {
    const words = (options(file.text)?.["REPLICATED_OPTS"] ?? "").split(" ");
    const passed = words.filter((_, at) => words[at - 1] === "-e");
    const read = Object.entries(valuesIn(readSettings(file)));
    expect(read.length).toBeGreaterThan(0);
    expect(passed).toEqual(read.map(([name, value]) => `${name}=${value}`));
  });
});

/** Systemd's own words for a service with a drop-in, which is written below the scratch root. */
function unitWith({ path, text }: SettingsFile, scenario: string): readonly string[] {
  const directory = join(scratch, scenario, dirname(dirname(path)));
  mkdirSync(join(directory, basename(dirname(path))), { recursive: true });
  const unit = join(directory, basename(dirname(path), ".d"));
  writeFileSync(unit, "[Service]\nExecStart=/bin/true\n");
  writeFileSync(join(scratch, scenario, path), text);
  return dumpOfUnit(unit);
}

const PLAIN = { path: "/etc/systemd/system/plain.service.d/a.conf", loader: "systemd" } as const;
const dumped = valuesOf(unitWith({ ...PLAIN, text: "[Service]\nEnvironment=A=1\n" }, "plain"), "Environment");
const hasSystemd = dumped[0] === "A=1";

describe.skipIf(!hasSystemd)(
  `systemd${hasSystemd ? "" : " (skipped: no systemd-analyze that dumps units)"}`,
  () => {
    test.each(DROP_INS)("gives the service $path of $scenario what our reader says", ({ scenario, file }) => {
      const dump = unitWith(file, scenario);
      const read = Object.entries(valuesIn(readSettings(file)));
      expect(read.length).toBeGreaterThan(0);
      expect(valuesOf(dump, "Environment").toSorted()).toEqual(
        read.map(([name, value]) => `${name}=${value}`).toSorted(),
      );
      expect(
        dump.filter((line) => line.includes(basename(file.path)) && /ignoring|fail/i.test(line)),
      ).toEqual([]);
    });
  },
);

const hasJava = spawnSync("java", ["-version"]).status === 0;
const canStart = hasJava && BASH !== "";

describe.skipIf(!canStart)(`java${canStart ? "" : " (skipped: no java and bash)"}`, () => {
  test.each(WITH_JVM)("started with JVM_OPTS of $path of $scenario, has its properties", ({ file }) => {
    const options = held(file.text)?.["JVM_OPTS"] ?? "";
    const shown = propertiesShown(options);
    const read = new Map(readJvmOptions(options).map(({ name, value }) => [name, value]));
    expect(read.size).toBeGreaterThan(0);
    expect(Object.fromEntries([...read.keys()].map((name) => [name, shown.get(name)]))).toEqual(
      Object.fromEntries(read),
    );
  });
});

/** The system properties of a JVM that a start script gives the words of `$JVM_OPTS`. */
function propertiesShown(options: string): ReadonlyMap<string, string> {
  const script = "exec java $JVM_OPTS -XX:TieredStopAtLevel=1 -XshowSettings:properties -version";
  const { status, stdout, stderr } = spawnSync(BASH, ["-c", script], {
    cwd: scratch,
    env: { PATH: process.env["PATH"] ?? "", JVM_OPTS: options },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return new Map(
    [...`${stdout}${stderr}`.matchAll(/^ {4}(\S+) = (.*)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}
