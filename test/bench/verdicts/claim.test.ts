import { describe, expect, test } from "vitest";
import { type Claim, scoreOf, type Truth } from "./claim.ts";

const NOTHING: Truth = {
  isWrong: false,
  called: new Map([["https://a", "rightly"]]),
  causes: new Set(),
  codes: new Set(),
};
const LOST: Truth = {
  isWrong: true,
  called: new Map([
    ["https://a", "rightly"],
    ["https://b", "wrongly"],
  ]),
  causes: new Set(["proxy-unreachable"]),
  codes: new Set(["proxy-unreachable", "target-unreachable"]),
};
const SILENCE: Claim = { alarms: false, blames: new Set(), causes: [] };
const blaming = (blames: readonly string[], ...causes: readonly (readonly string[])[]): Claim => ({
  alarms: true,
  blames: new Set(blames),
  causes: causes.map((each) => new Set(each)) as Claim["causes"],
});

describe("a claim", () => {
  test.each<readonly [string, Claim, Truth, boolean, boolean, boolean]>([
    ["of nothing, where nothing is wrong", SILENCE, NOTHING, true, true, true],
    ["of nothing, where something is", SILENCE, LOST, false, false, false],
    ["of something, where nothing is", blaming(["https://a"], ["clock-skew"]), NOTHING, false, false, false],
    ["of all", blaming(["https://b"], ["proxy-unreachable"]), LOST, true, true, true],
    [
      "of what nobody calls, besides",
      blaming(["https://b", "https://c"], ["proxy-unreachable"]),
      LOST,
      true,
      true,
      true,
    ],
    ["of a host, whatever the port", blaming(["b"], ["proxy-unreachable"]), LOST, true, true, true],
    [
      "of another origin, too",
      blaming(["https://a", "https://b"], ["proxy-unreachable"]),
      LOST,
      true,
      false,
      true,
    ],
    ["of what only follows", blaming(["https://b"], ["target-unreachable"]), LOST, true, true, false],
    [
      "of what it may mean",
      blaming(["https://b"], ["port-closed", "proxy-unreachable"]),
      LOST,
      true,
      true,
      true,
    ],
    [
      "of another cause, too",
      blaming(["https://b"], ["proxy-unreachable"], ["clock-skew"]),
      LOST,
      true,
      true,
      false,
    ],
  ])("%s", (_, claim, truth, whether, where, why) => {
    expect(scoreOf(claim, truth)).toEqual({ whether, where, why });
  });
});
