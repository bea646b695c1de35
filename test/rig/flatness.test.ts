import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOf, isFlat } from "./flatness.ts";

/** As V8's heap is weighed after a collection: 2 MB come at first, 300 kB come and go, and now and then 3 MB more. */
const weighed = fc.array(fc.tuple(fc.nat(300_000), fc.nat(19)), { minLength: 500, maxLength: 500 });
const heap = (noise: readonly (readonly [number, number])[], leak: number) =>
  noise.map(([more, odd], nth) => {
    const warm = 2_000_000 * Math.min(1, nth / 60);
    return 20_000_000 + warm + more + (odd === 0 ? 3_000_000 : 0) + leak * nth;
  });
const MOST = { each: 10_000, settled: 23_000_000 };

describe("what 500 checks weigh", () => {
  test("is flat, whatever comes and goes", () => {
    fc.assert(fc.property(weighed, (noise) => isFlat(heap(noise, 0), MOST)));
  });

  test("is not flat with 20 kB more for each check", () => {
    fc.assert(fc.property(weighed, (noise) => !isFlat(heap(noise, 20_000), MOST)));
  });

  test("is flat as long as it warms up, and no longer", () => {
    const rising = Array.from({ length: 17 }, (_, nth) => 20_000_000 + 150_000 * nth);
    expect(isFlat(rising, MOST)).toBe(true);
    expect(isFlat([...rising, ...rising.map((weight) => weight + 2_550_000)], MOST)).toBe(false);
  });

  test("is not told by one odd value at the end, however few there are", () => {
    expect(growthOf([...Array(16).fill(20_000_000), 40_000_000]).after).toBe(20_000_000);
  });

  test("is told by what it grows with each check", () => {
    const line = Array.from({ length: 100 }, (_, nth) => 5 * nth);
    expect(growthOf(line)).toEqual({ before: 140, after: 460, each: 5 });
  });
});
