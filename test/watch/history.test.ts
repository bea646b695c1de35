import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { afterRound, type History } from "../../src/watch/history.ts";
import { answer, DIRECT, failure, report } from "../render/build.ts";
import { misroutedMetadata } from "../render/reports.ts";

/** Checks a second apart, each taking half of it. */
function watching(parts: readonly Partial<Report>[]): History {
  const first = Date.parse("2026-11-24T03:00:00.000Z");
  const [history] = parts.reduce<readonly [History | undefined]>(
    ([before], each, nth) => [
      afterRound(
        before,
        report({ ...each, startedAt: new Date(first + nth * 1000).toISOString(), durationMs: 500 }),
      ),
    ],
    [undefined],
  );
  if (history === undefined) throw new Error("no round");
  return history;
}

const ok = { observations: [answer("s3/global", DIRECT, 20)] };
const refused = { observations: [failure("s3/global", DIRECT, "refused")] };

test("the first check changes nothing", () => {
  const { rounds, at, since, changes, latest } = watching([ok]);
  expect({ rounds, at, since, changes, latest }).toEqual({
    rounds: 1,
    at: "2026-11-24T03:00:00.500Z",
    since: "2026-11-24T03:00:00.500Z",
    changes: [],
    latest: [],
  });
});

test("a state holds since the end of the check that first showed it", () => {
  const { at, since, changes, latest } = watching([ok, ok, refused, refused]);
  expect({ at, since }).toEqual({ at: "2026-11-24T03:00:03.500Z", since: "2026-11-24T03:00:02.500Z" });
  expect(changes.map((change) => change.at)).toEqual([since]);
  expect(latest).toEqual([]);
});

test("a finding is there since it came, not since it first came", () => {
  const { findings } = misroutedMetadata;
  const { found } = watching([{ findings }, {}, { findings }, { findings }]);
  expect([...new Set(found.values())]).toEqual(["2026-11-24T03:00:02.500Z"]);
});

test("five hundred checks, each other than the one before, are remembered no longer than fifty", () => {
  const last = watching(Array.from({ length: 500 }, (_, nth) => (nth % 2 === 0 ? ok : refused)));
  expect(last.rounds).toBe(500);
  expect(last.changes).toHaveLength(50);
  expect(last.changes.at(-1)).toEqual(last.latest[0]);
});
