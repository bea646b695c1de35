import { expect, test } from "vitest";
import { firstFact, placeAt } from "../../src/discover/fact.ts";

test("the first fact that is known, and no source behind it is asked", async () => {
  const unasked = () => Promise.reject(new Error("asked"));
  const fact = { value: 1, found: "flag" };
  expect(await firstFact([async () => undefined, async () => fact, unasked])).toBe(fact);
  expect(await firstFact([async () => undefined])).toBeUndefined();
});

test("lines count from 1", () => {
  const at = (offset: number) => placeAt("/a", "one\ntwo\n\nfour", offset);
  expect([at(0), at(3), at(4), at(8), at(9)]).toEqual(["/a:1", "/a:1", "/a:2", "/a:3", "/a:4"]);
});
