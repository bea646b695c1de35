import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sudoers } from "../../src/formats/sudoers.ts";

type Option = {
  readonly operation?: string;
  readonly env_keep?: boolean | readonly string[];
  readonly env_reset?: boolean;
};

const cvtsudoers = (text: string) =>
  spawnSync("cvtsudoers", ["-f", "json"], { input: text, encoding: "utf8" });

const SIGNS: Readonly<Record<string, string>> = { list_assign: "", list_add: "+", list_remove: "-" };

/** Of a list with nothing but blanks it writes what is no JSON. */
const asJson = (text: string): { Defaults?: readonly { readonly Options: readonly Option[] }[] } => {
  try {
    return JSON.parse(text);
  } catch {
    return fc.pre(false) as never;
  }
};

/** What cvtsudoers makes of statements without a scope; undefined where it gives one up. */
const readByReal = (text: string): readonly (readonly [string, string])[] | undefined => {
  const { stdout, status } = cvtsudoers(text);
  if (status !== 0) return undefined;
  const { Defaults = [] } = asJson(stdout);
  return Defaults.flatMap(({ Options }) => Options).flatMap(
    ({ operation = "", env_keep, env_reset }): readonly (readonly [string, string])[] => {
      // A list without a value: sudo says that there is none, and ignores it.
      if (env_keep === true) return [];
      if (env_keep !== undefined) return [[`env_keep${SIGNS[operation] ?? ""}`, (env_keep || []).join(" ")]];
      return env_reset === undefined ? [] : [["env_reset", String(env_reset)]];
    },
  );
};

const isInstalled = cvtsudoers("Defaults env_reset\n").status === 0;

describe.skipIf(!isInstalled)(
  `as cvtsudoers reads it${isInstalled ? "" : " (skipped: it is not installed)"}`,
  () => {
    test("generated statements", () => {
      const piece = fc.constantFrom(
        "a",
        "b_c",
        " ",
        "  ",
        '"',
        "\\",
        ",",
        "!",
        "=",
        "+=",
        "-=",
        "#",
        "# ",
        "\\\n",
        "é",
        "*",
        "env_keep",
        "env_reset",
      );
      const list = fc.string({
        unit: fc.constantFrom("a", "b_c", " ", "\\", '\\"', ",", "\\\n", "#"),
        minLength: 1,
        maxLength: 6,
      });
      const statement = fc.oneof(
        fc
          .tuple(fc.constantFrom("env_keep=", "env_keep += ", "env_keep -="), list)
          .map(([head, value]) => `${head}"${value}"`),
        fc
          .tuple(
            fc.constantFrom("env_keep=", "env_keep += ", "env_keep -=", "env_reset", ""),
            fc.string({ unit: piece, maxLength: 5 }),
          )
          .map((parts) => parts.join("")),
        fc.constantFrom("!env_keep", "env_reset, !env_reset", "env_keep = a, env_keep += b"),
      );
      fc.assert(
        fc.property(statement, fc.constantFrom("", ", env_reset", " # note"), (content, rest) => {
          // It shows a flag's value, which sudo refuses, as none; and a line behind a comment is a statement of its own.
          fc.pre(!/env_reset(?:\s|\\\n|!!)*[+-]?=|#[^\n]*\n|\\\\\n/.test(content));
          const text = `Defaults ${content}${rest}\n`;
          const real = readByReal(text);
          expect([text, (sudoers.faults?.(text) ?? []).length > 0]).toEqual([text, real === undefined]);
          if (real !== undefined)
            expect(sudoers.read(text).map(({ name, value }) => [name, value])).toEqual(real);
        }),
        { numRuns: 250 },
      );
    }, 60_000);
  },
);
