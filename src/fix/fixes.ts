import { roots } from "../diagnose/diagnose.ts";
import { type Circumstances, type Judgement, judge } from "../diagnose/judge.ts";
import type { Finding } from "../model/finding.ts";
import type { Fix } from "../model/fix.ts";
import { diffOf } from "./diff.ts";
import { propose } from "./propose.ts";
import { verdictOn } from "./verify.ts";
import { applyPatch, settingsIn, type Workspace } from "./workspace.ts";

/** A fix for every finding that some setting may mend, each with the verdict of judging again. */
export function fixesFor(
  circumstances: Circumstances,
  before: Judgement,
  workspace: Workspace,
): readonly Fix[] {
  return roots(before.findings).flatMap((finding): readonly Fix[] => {
    const components = circumstances.components.filter(({ id }) => componentsOf(finding).includes(id));
    const targets = circumstances.targets.filter(({ id }) => targetsOf(finding).includes(id));
    const patch = propose({ finding, components, targets }, workspace);
    if (patch.length === 0) return [];
    const patched = patch.reduce(applyPatch, workspace);
    const after = judge(circumstances, settingsIn(patched));
    const claimed = [
      finding.id,
      ...before.findings.filter((each) => each.causedBy.includes(finding.id)).map(({ id }) => id),
    ];
    return [
      {
        id: `fix:${finding.id}`,
        findings: claimed,
        patch,
        diff: diffOf(workspace, patched),
        restart: [...new Set(components.flatMap(({ restart }) => restart))],
        verdict: verdictOn(claimed, before, after, circumstances.observations),
      },
    ];
  });
}

/** Findings with the ids of the fixes that claim them. */
export function withFixes(findings: readonly Finding[], fixes: readonly Fix[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    fixes: fixes.filter((fix) => fix.findings.includes(finding.id)).map(({ id }) => id),
  }));
}

function componentsOf({ args }: Finding): readonly string[] {
  return "components" in args ? args.components : [];
}

function targetsOf({ args }: Finding): readonly string[] {
  return "targets" in args ? args.targets : [];
}
