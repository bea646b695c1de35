import { expect, test } from "vitest";
import { watchEnd } from "../../../src/render/terminal/watch.ts";
import { healthy } from "../reports.ts";

test("one round is one", () => {
  const at = "2026-11-28T10:00:00Z";
  const watched = { report: healthy, rounds: 1, at, since: at, changes: [], latest: [] };
  const told = watchEnd(watched, { width: 80, height: 24, colour: false, detail: "full" });
  expect(told).toMatch(/^Nothing changed in 1 round since /m);
});
