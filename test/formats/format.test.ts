import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assignment } from "../../src/formats/format.ts";
import { GRAMMARS, type Grammar } from "./grammars.ts";

type Sample = {
  readonly text: string;
  readonly pairs: readonly (readonly [string, string])[];
};

const samples = ({
  compose,
  name,
  value,
  endings,
  size: [minLength, maxLength],
}: Grammar): fc.Arbitrary<Sample> =>
  fc
    .record({
      pairs: fc.array(fc.tuple(name, value), { minLength, maxLength }),
      style: fc.nat(1),
      ending: fc.constantFrom(...endings),
      last: fc.boolean(),
    })
    .map(({ pairs, style, ending, last }) => ({
      pairs,
      text: compose(pairs, style, ending) + (last ? ending : ""),
    }));

const pairsOf = (assignments: readonly Assignment[], names: readonly string[]) =>
  assignments.filter(({ name }) => names.includes(name)).map(({ name, value }) => [name, value]);

describe.each(Object.entries(GRAMMARS))("%s", (_, grammar) => {
  const { format } = grammar;

  test("reads what stands in the file", () => {
    fc.assert(
      fc.property(samples(grammar), ({ text, pairs }) => {
        const names = pairs.map(([name]) => name);
        expect(pairsOf(format.read(text), names)).toEqual(pairs);
      }),
    );
  });

  test("a replaced value reads back, and everything else is as it was", () => {
    fc.assert(
      fc.property(samples(grammar), grammar.value, fc.nat(), ({ text }, value, choice) => {
        const before = format.read(text);
        const chosen = before[choice % before.length];
        if (chosen === undefined) throw new Error("nothing to replace");
        const index = before.findLastIndex(({ name, line }) => name === chosen.name && line === chosen.line);
        const after = format.replace(text, chosen.line, chosen.name, value);
        expect(format.read(after)).toEqual(
          before.map((each, at) => (at === index ? { ...each, value } : each)),
        );
        const untouched = (whole: string) => whole.split("\n").filter((_line, at) => at + 1 < chosen.line);
        expect(untouched(after)).toEqual(untouched(text));
        expect(after.endsWith("\n")).toBe(text.endsWith("\n"));
        expect(format.replace(after, chosen.line, chosen.name, value)).toBe(after);
      }),
    );
  });

  test.skipIf(grammar.single)(
    "an added assignment reads back, and every line that was there still is",
    () => {
      fc.assert(
        fc.property(samples(grammar), grammar.value, fc.boolean(), ({ text, pairs }, value, atEnd) => {
          const isReplicated = grammar.name === GRAMMARS["replicated-conf"]?.name;
          const name = grammar.added ?? (isReplicated ? "HttpProxy" : "no_proxy");
          const holder = name === "HttpProxy" ? text.replaceAll('"HttpProxy"', '"Other"') : text;
          const before = format.read(holder);
          const line = atEnd ? 0 : (before[0]?.line ?? 0);
          const after = format.insert(holder, line, name, value);
          const names = [...pairs.map((pair) => pair[0]), name];
          const among = (all: readonly Assignment[]) => all.filter((each) => names.includes(each.name));
          expectOneMore(among(before), among(format.read(after)), name, value);
          expect(isSubsequence(holder, after)).toBe(true);
          expect(after.endsWith("\n")).toBe(holder.endsWith("\n"));
        }),
      );
    },
  );

  test("a removed assignment is gone, and every other one is as it was", () => {
    if (format.remove === undefined) return;
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(samples(grammar), fc.nat(), ({ text }, choice) => {
        const before = format.read(text);
        const chosen = before[choice % before.length];
        if (chosen === undefined) throw new Error("nothing to remove");
        const index = before.findIndex(({ name, line }) => name === chosen.name && line === chosen.line);
        const after = format.remove?.(text, chosen.line, chosen.name) ?? "";
        outcomes.add(after !== text);
        if (after === text) return;
        expect(valuesOf(format.read(after))).toEqual(valuesOf(before.toSpliced(index, 1)));
        expect(isSubsequence(after, text)).toBe(true);
      }),
    );
    expect(outcomes).toContain(true);
  });

  test("garbage is read without a fault, and an edit of it is exact or does not happen", () => {
    const garbage = fc.string({
      unit: fc.constantFrom(
        ..."AB=\"'\\$`{}()[]<>|&;#%-e \t\r\n",
        "export ",
        "[Service]\n",
        "Environment=",
        "X_OPTS=",
        'Acquire::http::Proxy "',
        "/*",
        "[http]\n",
        'proxy = "',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(garbage, (text) => {
        const before = format.read(text);
        for (const { name, line } of before) {
          const after = format.replace(text, line, name, "http://10.0.0.33:3128");
          if (after === text) continue;
          const index = before.findLastIndex((each) => each.name === name && each.line === line);
          const written = format.read(after);
          expect(written[index]?.value).toBe("http://10.0.0.33:3128");
          // A value that is spelled by another variable follows it.
          const others = (all: readonly Assignment[]) => (text.includes("$") ? [] : all.toSpliced(index, 1));
          expect(valuesOf(others(written))).toEqual(valuesOf(others(before)));
        }
        for (const { name, line } of before) {
          const rest = format.remove?.(text, line, name) ?? text;
          if (rest === text) continue;
          const index = before.findLastIndex((each) => each.name === name && each.line === line);
          expect(valuesOf(format.read(rest))).toEqual(valuesOf(before.toSpliced(index, 1)));
        }
        for (const line of [0, ...before.map((each) => each.line)]) {
          const added = format.insert(text, line, "HttpProxy", "x");
          if (added !== text) expectOneMore(before, format.read(added), "HttpProxy", "x");
        }
      }),
      { numRuns: 400 },
    );
  });

  test("an assignment put behind an unfinished line leaves the one before it as it is", () => {
    for (const text of [
      "A=b\\\n",
      "A=b\\",
      "export A=b \\\n",
      "[Service]\nEnvironment=A=b \\\n",
      'X_OPTS="-e A=b \\\n',
    ]) {
      const before = format.read(text);
      const after = format.insert(text, 0, "HttpProxy", "x");
      if (after !== text) expectOneMore(before, format.read(after), "HttpProxy", "x");
    }
  });
});

const valuesOf = (assignments: readonly Assignment[]) => assignments.map(({ name, value }) => [name, value]);

/** One assignment more, and every other one as it was. */
function expectOneMore(
  before: readonly Assignment[],
  after: readonly Assignment[],
  name: string,
  value: string,
): void {
  const places = after.flatMap((each, at) => (each.name === name && each.value === value ? [at] : []));
  const rests = places.map((at) => valuesOf(after.toSpliced(at, 1)));
  expect(rests).toContainEqual(valuesOf(before));
}

/** Whether a text is another one with nothing but additions. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (part.startsWith(character, at)) at += character.length;
  return at === part.length;
}
