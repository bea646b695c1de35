import { expect, test } from "vitest";
import { onceFor } from "../../src/model/once-for.ts";

test("the answer about a value is worked out once, be it that there is none", () => {
  const asked: object[] = [];
  const ask = onceFor((key: { readonly answer?: string }) => {
    asked.push(key);
    return key.answer;
  });
  const [one, another] = [{ answer: "yes" }, {}];
  expect([ask(one), ask(one), ask(another), ask(another)]).toEqual(["yes", "yes", undefined, undefined]);
  expect(asked).toEqual([one, another]);
});

test("a value is known by its identity, and not by what it holds", () => {
  const ask = onceFor((key: { readonly answer: string }) => [key.answer]);
  expect(ask({ answer: "yes" })).not.toBe(ask({ answer: "yes" }));
});
