import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../../src/lab/worlds.ts";
import type { Report } from "../../src/model/report.ts";
import { replay } from "../../src/replay.ts";
import { readReport } from "../../src/saved/read-report.ts";
import { share } from "../../src/share/share.ts";
import { VERSION } from "../../src/version.ts";
import { RENDERERS } from "../rig/faces.ts";
import { reportOfScenario, reportOfWorld } from "../scenarios/reports.ts";
import { SCENARIOS } from "../scenarios/scenario.ts";

const KEY = new Uint8Array(32).fill(7);
const FACE = { width: 80, colour: false, detail: "full" } as const;

describe("a shared report says what the report says, of other names", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    expectSameOf(await reportOfScenario(name));
  });

  test.each(WORLD_NAMES)("the world %s", async (name) => {
    expectSameOf(await reportOfWorld(name));
  });
});

function expectSameOf(report: Report): void {
  const shared = share(report, KEY);
  expect(outline(shared)).toEqual(outline(report));
  expect(shared.shared).toBe(true);
  const again = replay(saved(shared), { only: [], skip: [], version: VERSION });
  for (const render of Object.values(RENDERERS)) expect(render(again, FACE)).toBe(render(shared, FACE));
}

/** All of a report that is no name, nor made of names. */
function outline({
  findings,
  fixes,
  decisions,
  trust,
  summary,
  files,
  settings,
  ...report
}: Report): unknown {
  return {
    summary,
    clock: report.clock && { ...report.clock, answers: report.clock.answers.length },
    findings: findings.map(({ code, severity, subject, evidence, causedBy, fixes: by }) => ({
      ...{ code, severity, target: withoutHost(subject.target), component: subject.component },
      ...{ evidence: evidence.length, causes: causedBy.map(codeOf), fixes: by.length },
    })),
    fixes: fixes.map(({ verdict, findings: ids, components, patch, restart, diff }) => ({
      ...{ verdict, components, restart, codes: ids.map(codeOf), lines: diff.split("\n").length },
      patch: patch.map(({ op, line, property }) => ({ op, line, property })),
    })),
    decisions: decisions.map(({ component, client, target, route, because }) => ({
      ...{ component, client, target: withoutHost(target), route: route.kind },
      because: because.map(({ effect, why }) => ({ effect, why })),
    })),
    trust: trust.map(({ component, because }) => ({ component, because: because.length })),
    files: files.map(({ loader, text }) => ({ loader, lines: text?.split("\n").length })),
    settings: settings.map(({ exported, flaw }) => ({ exported, flaw })),
    outcomes: report.observations.map(({ target, outcome }) => ({ target, outcome })),
    egress: report.egress.length,
    toolErrors: report.toolErrors.length,
  };
}

/** A target that nobody measures is called by its host's name. */
function withoutHost(target: string | undefined): string | undefined {
  return target?.replace(/^nomad-clients\/.*/, "nomad-clients/*");
}

function codeOf(id: string): string {
  return id.split(":")[0] ?? "";
}

function saved(report: Report): Report {
  const reading = readReport(RENDERERS.json(report, FACE));
  if (reading.kind === "refused") throw new Error(reading.why);
  return reading.report;
}

test("a machine's own name is replaced by the same wherever else it stands, but for a folder that is called so", async () => {
  const report = await reportOfWorld("misrouted-metadata");
  const named = (hostname: string, value: string) =>
    share(
      {
        ...report,
        installation: { ...report.installation, hostname },
        settings: [
          ...report.settings,
          { name: "no_proxy", value, exported: true, source: { kind: "environment" } },
        ],
      },
      KEY,
    );
  const { installation, settings } = named("ip-10-0-1-238", "x,ip-10-0-1-238.example.com");
  expect(installation.hostname).not.toContain("10-0-1");
  expect(settings.at(-1)?.value.split(",")[1]?.split(".")[0]).toBe(installation.hostname);
  const folder = named("systemd", "x");
  expect(folder.installation.hostname).not.toBe("systemd");
  expect(folder.settings.map(({ source }) => source)).toEqual(
    named("ip-10-0-1-238", "x").settings.map(({ source }) => source),
  );
});
