import { changesOf } from "../../src/fix/changes.ts";
import { applyPatch, type Workspace } from "../../src/fix/workspace.ts";
import type { FileChange } from "../../src/model/file-change.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Fix, Patch } from "../../src/model/fix.ts";
import type { SettingsFile } from "../../src/model/setting.ts";
import type { Judged } from "../rig/judged.ts";
import { judgedScenario, SCENARIOS } from "./scenario.ts";

/** One patch of a verified fix, and what it was applied to and gave, on top of those before it. */
export type Step = { readonly patch: Patch; readonly before: Workspace; readonly after: Workspace };

/** A scenario in which fixes are verified, and what they leave together. */
export type Fixed = {
  readonly name: string;
  readonly circumstances: Judged["circumstances"];
  readonly verified: readonly Fix[];
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
  readonly changes: readonly FileChange[];
  readonly after: Workspace;
};

/** Every scenario with a verified fix. */
export async function fixedScenarios(): Promise<readonly Fixed[]> {
  const fixed: Fixed[] = [];
  for (const name of SCENARIOS) {
    const one = fixedBy(name, await judgedScenario(name));
    if (one.verified.length > 0) fixed.push(one);
  }
  return fixed;
}

function fixedBy(name: string, { circumstances, fixes, judgement, truth, workspace }: Judged): Fixed {
  const verified = fixes.filter(({ verdict }) => verdict === "verified");
  const steps: Step[] = [];
  let after = workspace;
  for (const patch of verified.flatMap((fix) => fix.patch)) {
    const before = after;
    after = applyPatch(before, patch);
    steps.push({ patch, before, after });
  }
  const ended = new Set(verified.flatMap((fix) => fix.findings));
  const findings = judgement.findings.filter(({ id }) => ended.has(id));
  return {
    name,
    circumstances,
    verified,
    findings,
    steps,
    changes: changesOf({ truth, tried: workspace }, fixes),
    after,
  };
}

/** The files that fixes change, once for every loader that reads them, as they are afterwards. */
export function changedFiles({ changes, after }: Fixed): readonly SettingsFile[] {
  return changes.flatMap((change) =>
    after.files.filter(({ path }) => path === change.path).map((file) => ({ ...file, text: change.after })),
  );
}
