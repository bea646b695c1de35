import { expect, test } from "vitest";
import { WORLD_NAMES } from "../src/lab/worlds.ts";
import type { Report } from "../src/model/report.ts";
import { reportOfWorld } from "./scenarios/reports.ts";

/** Fields that hold times: when, how long, by how much a clock differs, from when and until when. */
const TIMES = new Set([
  "startedAt",
  "durationMs",
  "ms",
  "at",
  "clockAheadMs",
  "aheadSeconds",
  "validFrom",
  "validTo",
  "date",
]);

/** What a world makes anew each time it starts: a port of ours that the system chose, keys, and what is made with them. */
const MADE_ANEW = new Set(["local", "sha256"]);

test.each(WORLD_NAMES)("two checks of the world %s differ in nothing but times", async (name) => {
  const [one, other] = [await reportOfWorld(name), await reportOfWorld(name)];
  expect(withoutTimes(other)).toEqual(withoutTimes(one));
});

function withoutTimes(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value) => (TIMES.has(key) || MADE_ANEW.has(key) ? undefined : value)),
  );
}
