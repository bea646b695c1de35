import { expect, test } from "vitest";
import { condensed } from "../../../src/render/told/rows.ts";
import type { Cell } from "../../../src/render/told/table.ts";

const cell = (text: string, tone: "good" | "bad" | "plain" = "plain"): Cell => [{ tone, text }];
const rows = (...lines: readonly (readonly [string, Cell])[]) => {
  const [ids, results] = condensed([
    { heading: "target", cells: lines.map(([id]) => cell(id)) },
    { heading: "direct", cells: lines.map(([, result]) => result) },
  ]);
  return ids?.cells.map((id, at) => [id[0]?.text, results?.cells[at]?.[0]?.text]);
};
const ok = (ms: number) => cell(`✓\u00a0ok ${ms}\u00a0ms`, "good");

test("targets of a probe that differ in times alone share a row, with the least and the most", () => {
  expect(rows(["s3/a", ok(12)], ["ec2/x", ok(1)], ["s3/b", ok(900)], ["s3/c", ok(7)])).toEqual([
    ["s3/a, b and c", "✓\u00a0ok 7–900\u00a0ms"],
    ["ec2/x", "✓\u00a0ok 1\u00a0ms"],
  ]);
});

test("what differs in a word or in a tone keeps its row", () => {
  const refused = cell("refused", "bad");
  expect(rows(["s3/a", ok(12)], ["s3/b", refused], ["s3/c", cell("refused")])).toHaveLength(3);
});

test("of hundreds only some are named, and all are counted", () => {
  const many = Array.from({ length: 200 }, (_, at) => [`own/t${at}`, ok(at)] as const);
  expect(rows(...many)).toEqual([["own/t0, t1, t2, t3, t4, t5 and 194 more", "✓\u00a0ok 0–199\u00a0ms"]]);
});
