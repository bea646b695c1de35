import { describe, expect, test } from "vitest";
import { openingFor, piecesOf } from "../../../packaging/loading/openings.js";

const pieces = piecesOf(
  new Map(
    ["--version", "route", "most"].map((word) => [
      word,
      { text: `text of ${word}`, code: Buffer.from(word) },
    ]),
  ),
);
const textFor = (word?: string) => openingFor((name) => pieces.get(name), word)?.text;

describe("a start opens with", () => {
  test.each(["--version", "route"])("what was kept of %s", (word) => {
    expect(openingFor((name) => pieces.get(name), word)).toEqual({
      text: `text of ${word}`,
      code: Buffer.from(word),
    });
  });

  test.each(["most", "check", "chekc", "--only", undefined])(
    "what was kept of the last, where it is %s",
    (word) => {
      expect(textFor(word)).toBe("text of most");
    },
  );

  test.each(["--help", "-V", "--run-part"])("nothing, where it is %s, of which none was kept", (word) => {
    expect(textFor(word)).toBeUndefined();
  });

  test("nothing, where none was kept", () => {
    expect(openingFor(() => undefined, "route")).toBeUndefined();
  });
});
