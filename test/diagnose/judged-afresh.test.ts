import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../src/diagnose/judge.ts";
import { applyPatch, readingOf, type Workspace } from "../../src/fix/workspace.ts";
import { anySituation } from "../rig/any-situation.ts";
import { type Judged, judged } from "../rig/judged.ts";
import { judgedScenario, SCENARIOS } from "../scenarios/scenario.ts";

/** The settings as they are after each of the edits that the fixes make. */
function statesOf({ workspace, fixes }: Judged): readonly Workspace[] {
  const states = [workspace];
  for (const patch of fixes.flatMap((fix) => fix.patch)) {
    states.push(applyPatch(states.at(-1) ?? workspace, patch));
  }
  return states;
}

/** What is known of settings and components is known by their identity, so that nothing is known of copies. */
function expectAsAfresh(whole: Judged): void {
  for (const workspace of statesOf(whole)) {
    const reading = readingOf(workspace);
    const copied = {
      settings: reading.settings.map((setting) => ({ ...setting })),
      fileFaults: [...reading.fileFaults],
    };
    const components = whole.circumstances.components.map((component) => ({ ...component }));
    const afresh = judge({ ...whole.circumstances, components }, copied);
    expect(judge(whole.circumstances, reading)).toEqual(afresh);
  }
}

describe("what was found for other settings before changes no judgement", () => {
  test.each(SCENARIOS)("in %s", async (name) => expectAsAfresh(await judgedScenario(name)));

  test("whatever the settings and the network", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySituation, async (situation) => expectAsAfresh(await judged(situation))),
      { numRuns: 20 },
    );
  });
});
