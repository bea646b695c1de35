import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../src/lab/worlds.ts";
import type { Report } from "../src/model/report.ts";
import { RENDERERS } from "../src/render/index.ts";
import { replay } from "../src/replay.ts";
import { readReport } from "../src/saved/read-report.ts";
import { VERSION } from "../src/version.ts";
import { reportOfScenario, reportOfWorld } from "./scenarios/reports.ts";
import { SCENARIOS } from "./scenarios/scenario.ts";

const ALL = { only: [], skip: [], version: VERSION };

describe("a saved report is judged as the run judged that wrote it", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    expectAlike(await reportOfScenario(name));
  });

  test.each(WORLD_NAMES)("the world %s", async (name) => {
    expectAlike(await reportOfWorld(name));
  });
});

function expectAlike(report: Report): void {
  const again = replay(saved(report), ALL);
  const face = { width: 80, colour: false, detail: "full" } as const;
  for (const render of Object.values(RENDERERS)) expect(render(again, face)).toBe(render(report, face));
}

function saved(report: Report): Report {
  const reading = readReport(RENDERERS.json(report, { width: 80, colour: false, detail: "full" }));
  if (reading.kind === "refused") throw new Error(reading.why);
  return reading.report;
}
