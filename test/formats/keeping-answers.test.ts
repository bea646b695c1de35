import { expect, test } from "vitest";
import { keepingAnswers } from "../../src/formats/keeping-answers.ts";

function counted() {
  const asked: string[] = [];
  const ask = keepingAnswers((text) => {
    asked.push(text);
    return { text };
  });
  return { asked, ask };
}

test("a text is looked at once, and what was found is given again", () => {
  const { asked, ask } = counted();
  expect(ask("one")).toBe(ask("one"));
  expect(ask("other")).toEqual({ text: "other" });
  expect(asked).toEqual(["one", "other"]);
});

test("no more than the last few answers are kept", () => {
  const { asked, ask } = counted();
  for (let number = 0; number < 100; number++) ask(`${number}`);
  ask("99");
  expect(asked).toHaveLength(100);
  ask("0");
  expect(asked).toHaveLength(101);
});

test("nothing is kept of a long text", () => {
  const { asked, ask } = counted();
  const long = "x".repeat(100_000);
  ask(long);
  ask(long);
  expect(asked).toHaveLength(2);
});
