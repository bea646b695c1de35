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

/** A world makes its certificates anew each time it starts, and listens on ports that the system chooses. */
const PORT = /\b127\.0\.0\.1:\d+/g;

test.each(WORLD_NAMES)(
  "two checks of the world %s differ in nothing but times",
  async (name) => {
    const one = await reportOfWorld(name);
    const other = await reportOfWorld(name);
    expect(withoutTimes(other)).toEqual(withoutTimes(one));
  },
  180_000,
);

function withoutTimes(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value) => {
      if (TIMES.has(key) || key === "sha256") return undefined;
      return typeof value === "string" ? value.replace(PORT, "127.0.0.1") : value;
    }),
  );
}

test("two checks of a world with logins number them alike", async () => {
  const logins = {
    https_proxy: "http://circleci:lab-password@127.0.0.2:9",
    http_proxy: "http://other:lab-password@127.0.0.3:9",
    all_proxy: "http://circleci:another@127.0.0.4:9",
    ftp_proxy: "http://0123456789abcdef0123@127.0.0.5:9",
  };
  const [one, other] = [await reportOfWorld("proxy-auth", logins), await reportOfWorld("proxy-auth", logins)];
  expect(withoutTimes(other)).toEqual(withoutTimes(one));
  const shown = new Map(
    one.settings
      .filter(({ source }) => source.kind === "environment")
      .map(({ name, value }) => [name, value.split("@")[0]]),
  );
  expect(Object.keys(logins).map((name) => shown.get(name))).toEqual([
    "http://circleci:***1",
    "http://other:***1",
    "http://circleci:***2",
    "http://***3",
  ]);
}, 180_000);
