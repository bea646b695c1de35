import { describe, expect, test } from "vitest";
import { pack, unpack } from "../../../packaging/loading/pack.js";

const PIECES = new Map([
  ["a.js", Buffer.from("first")],
  ["empty.js", Buffer.alloc(0)],
  ["ü.js", Buffer.from([0, 10, 255])],
]);

const within = (whole: Buffer) =>
  unpack(whole.length, (begin, length) => whole.subarray(begin, begin + length));

describe("what is packed", () => {
  test("is found by its name, byte for byte", () => {
    const pieceOf = within(pack(PIECES));
    for (const [name, piece] of PIECES) expect(pieceOf(name)).toEqual(piece);
  });

  test("begins at a multiple of eight, as V8 wants it", () => {
    const begins: number[] = [];
    const whole = pack(PIECES);
    const pieceOf = unpack(whole.length, (begin, length) => {
      begins.push(begin);
      return whole.subarray(begin, begin + length);
    });
    for (const name of PIECES.keys()) pieceOf(name);
    expect(begins.every((begin) => begin % 8 === 0)).toBe(true);
  });

  test("is not found by another name", () => {
    expect(within(pack(PIECES))("b.js")).toBeUndefined();
    expect(within(pack(new Map()))("a.js")).toBeUndefined();
  });

  test.each([0, 4, 16, 40, -1])("is refused where it ends at byte %i", (end) => {
    expect(() => within(pack(PIECES).subarray(0, end))).toThrow();
  });
});
