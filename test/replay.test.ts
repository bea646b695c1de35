import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../src/lab/worlds.ts";
import type { Report } from "../src/model/report.ts";
import { replay } from "../src/replay.ts";
import { readReport } from "../src/saved/read-report.ts";
import { share } from "../src/share/share.ts";
import { VERSION } from "../src/version.ts";
import { RENDERERS } from "./rig/faces.ts";
import { mutated } from "./rig/mutated.ts";
import { reportOfScenario, reportOfWorld } from "./scenarios/reports.ts";
import { SCENARIOS } from "./scenarios/scenario.ts";

const FACE = { width: 80, colour: false, detail: "full" } as const;
const ALL = { only: [], skip: [], version: VERSION };

describe("a saved report is judged as the run judged that wrote it", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    expectAlike(await reportOfScenario(name));
  });

  test.each(WORLD_NAMES)("the world %s", async (name) => {
    expectAlike(await reportOfWorld(name));
  });
});

test("a replayed report is of the machine that the report is of, shared or not", async () => {
  const elsewhere = { kind: "root", path: "/mnt/image" } as const;
  const report = { ...(await reportOfScenario("page-pasted-into-customizations")), elsewhere };
  expect(replay(report, ALL).elsewhere).toEqual(elsewhere);
  expect(share(report, new Uint8Array(32)).elsewhere).toEqual({ ...elsewhere, path: "DIR" });
});

describe.each(["no-bypass-list-at-all", "nomad-clients-through-the-proxy"])("of a part of %s", (name) => {
  const hostsIn = ({ findings }: Report) =>
    findings.flatMap(({ args }) => ("hosts" in args && typeof args.hosts !== "number" ? args.hosts : []));

  test("nothing is said of hosts that were not asked about, by the run, its report or another", async () => {
    const only = ["ec2-metadata"];
    const part = await reportOfScenario(name, only);
    expect(hostsIn(part).filter((host) => host !== "169.254.169.254")).toEqual([]);
    expectAlike(part);
    const { narrowed, findings } = replay(await reportOfScenario(name), { ...ALL, only });
    expect({ narrowed, findings }).toEqual({ narrowed: true, findings: part.findings });
    expect(hostsIn(share(part, new Uint8Array(32)))).toEqual(hostsIn(part));
  });

  test("hosts that nobody measures are judged where others are skipped", async () => {
    const { narrowed, findings } = replay(await reportOfScenario(name), { ...ALL, skip: ["ec2-metadata"] });
    const subjects = findings.map(({ id }) => id);
    expect({ narrowed, subjects }).toMatchObject({
      narrowed: undefined,
      subjects: expect.arrayContaining([expect.stringMatching(/:(?:internal|nomad-clients)\//)]),
    });
  });
});

test("a report from before its files were in it is judged by its settings", async () => {
  const report = await reportOfScenario("page-pasted-into-customizations");
  const { files: _, ...older } = JSON.parse(RENDERERS.json(report, FACE));
  const reading = readReport(JSON.stringify(older));
  if (reading.kind === "refused") throw new Error(reading.why);
  const idsOf = ({ findings }: Report) => findings.map(({ id, severity }) => ({ id, severity }));
  expect(idsOf(replay(reading.report, ALL))).toEqual(idsOf(report));
});

describe("whatever a report was made into", () => {
  const changedScenarios = [
    "login-that-the-proxy-rejects",
    "page-pasted-into-customizations",
    "fixes-that-share-a-new-list",
  ];

  test.each(changedScenarios)("it is refused in one line, or judged and told: %s", async (name) => {
    const report: unknown = JSON.parse(RENDERERS.json(await reportOfScenario(name), FACE));
    const runs = Number(process.env["FUZZ_RUNS"] ?? 40);
    fc.assert(
      fc.property(mutated(report), (changed) => {
        const reading = readReport(JSON.stringify(changed) ?? "");
        if (reading.kind === "refused") expect(reading.why).not.toContain("\n");
        else for (const render of Object.values(RENDERERS)) render(replay(reading.report, ALL), FACE);
      }),
      { numRuns: runs },
    );
  });

  test("a text that is none is refused in one line", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
        const reading = readReport(text);
        expect(reading.kind === "refused" && reading.why).toMatch(/^.+$/);
      }),
    );
  });
});

function expectAlike(report: Report): void {
  const again = replay(saved(report), ALL);
  for (const render of Object.values(RENDERERS)) expect(render(again, FACE)).toBe(render(report, FACE));
}

function saved(report: Report): Report {
  const reading = readReport(RENDERERS.json(report, FACE));
  if (reading.kind === "refused") throw new Error(reading.why);
  return reading.report;
}
