import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { systemd } from "../../src/formats/systemd.ts";
import { environmentFilesIn, type UnitReset } from "../../src/formats/systemd-environment.ts";
import { dumpOfUnit, valuesOf } from "./systemd-dump.ts";

const folder = mkdtempSync(join(tmpdir(), "systemd-real-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A service with these lines. The last of them may go on in what is behind it. */
const serviceWith = (lines: readonly string[]) =>
  ["[Service]", ...lines, "[Service]", "ExecStart=/bin/true", ""].join("\n");

/** What systemd holds of a service of that text. */
const dumpOf = (text: string): readonly string[] => {
  const path = join(folder, "generated.service");
  writeFileSync(path, text);
  return dumpOfUnit(path);
};

const isInstalled = valuesOf(dumpOf(serviceWith(["Environment=A=1"])), "Environment")[0] === "A=1";
const name = `as systemd reads it${isInstalled ? "" : " (skipped: no systemd-analyze that dumps units)"}`;

/** What counts after the last reset. */
const kept = <T extends object>(all: readonly T[]) =>
  all
    .slice(all.findLastIndex((each) => "resets" in each) + 1)
    .filter((each): each is Exclude<T, UnitReset> => !("resets" in each));

const word = fc.string({
  unit: fc.constantFrom(..."AB9_=/.:,'\"\\% $#;@!*|", "A=", "B=x", "%%", "\\x41", "\\s", "\\\n", "é"),
  maxLength: 10,
});
const line = (key: string) => fc.array(word, { maxLength: 4 }).map((words) => `${key}=${words.join(" ")}`);

describe.skipIf(!isInstalled)(name, () => {
  test("Environment=", () => {
    fc.assert(
      fc.property(fc.array(line("Environment"), { minLength: 1, maxLength: 3 }), (lines) => {
        const text = serviceWith(lines);
        // What a specifier stands for is not known here; one may be in pieces.
        fc.pre(!/%["'\\\s]*[A-Za-z0-9]/.test(text.replaceAll("%%", "")));
        const assigned = systemd.read(text);
        const from = assigned.findLastIndex(({ resets }) => resets === true) + 1;
        const ours = new Map(assigned.slice(from).map(({ name, value }) => [name, value]));
        const real = valuesOf(dumpOf(text), "Environment");
        expect([text, ...[...ours].map(([name, value]) => `${name}=${value}`).sort()]).toEqual([
          text,
          ...[...real].sort(),
        ]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("EnvironmentFile=", () => {
    const path = fc.string({
      unit: fc.constantFrom("/", "-", "etc", ".", "..", "*", " ", '"', "%%", "a"),
      maxLength: 7,
    });
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (paths) => {
        const text = serviceWith(paths.map((each) => `EnvironmentFile=${each}`));
        const simple = (each: string) => each.replace(/\/(?:\.?\/)*(?:\.$)?/g, "/").replace(/(?<=.)\/$/, "");
        const ours = kept(environmentFilesIn(text)).map(
          (each) => `${each.optional ? "-" : ""}${simple(each.path)}`,
        );
        expect([text, ...ours]).toEqual([text, ...valuesOf(dumpOf(text), "EnvironmentFile")]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
