import type { Circumstances } from "../diagnose/judge.ts";
import type { Component, ComponentId } from "../model/component.ts";
import type { Finding } from "../model/finding.ts";
import type { FixVerdict, Patch } from "../model/fix.ts";
import { completed, type State } from "./follow-ups.ts";
import { propose } from "./propose.ts";
import { repair } from "./repairs/index.ts";
import { type Complaint, complaintsOf, verdictOn } from "./verify.ts";
import { applyPatch } from "./workspace.ts";

/** A change from one state to another, and what judging again says of it. */
export type Trial = {
  readonly from: State;
  readonly to: State;
  readonly patch: readonly Patch[];
  readonly verdict: FixVerdict;
};

/**
 * Tries to mend what a finding says of some components, and what the change brings to light: an entry that goes for one host
 * may have served others. Nothing where no setting helps.
 */
export function tryOut(
  circumstances: Circumstances,
  finding: Finding,
  components: readonly Component[],
  from: State,
): Trial | undefined {
  const known = [...circumstances.targets, ...circumstances.internal];
  const targets = known.filter(({ id }) => targetsOf(finding).includes(id));
  let { workspace } = from;
  const rerouted = components.flatMap((component) => {
    const patches = propose({ code: finding.code, component, targets }, workspace);
    workspace = patches.reduce(applyPatch, workspace);
    return patches;
  });
  if (rerouted.length === 0) return undefined;
  const { patch, to } = completed(circumstances, rerouted, from);
  const claimed = components.flatMap(({ id }) => complaintsAbout(finding, id));
  const verdict = verdictOn(claimed, from.judgement, to.judgement, circumstances);
  return { from, to, patch, verdict };
}

/** Tries to mend what a finding says of settings; nothing where no change helps. */
export function tryRepair(circumstances: Circumstances, finding: Finding, from: State): Trial | undefined {
  const alone = repair(finding, from.workspace, circumstances);
  if (alone.reduce(applyPatch, from.workspace) === from.workspace) return undefined;
  const { patch, to } = completed(circumstances, alone, from);
  const verdict = verdictOn(complaintsOf([finding]), from.judgement, to.judgement, circumstances);
  return { from, to, patch, verdict };
}

/** Whether a finding is still there, in whole or in part. */
export function isLeft(finding: Finding, { judgement }: State): boolean {
  const left = new Set(complaintsOf(judgement.findings));
  return complaintsOf([finding]).some((complaint) => left.has(complaint));
}

/** Whether nothing is left of what a finding says of a component. */
export function isMended(finding: Finding, component: ComponentId, { judgement }: State): boolean {
  const left = new Set(complaintsOf(judgement.findings));
  return !complaintsAbout(finding, component).some((complaint) => left.has(complaint));
}

/** Whether a finding speaks of something at first and of nothing of it in the end. */
export function vanishes(finding: Finding, { from, to }: Pick<Trial, "from" | "to">): boolean {
  return isLeft(finding, from) && !isLeft(finding, to);
}

function complaintsAbout(finding: Finding, component: ComponentId): readonly Complaint[] {
  return complaintsOf([finding]).filter((each) => each.startsWith(`${finding.code} ${component}>`));
}

function targetsOf({ args }: Finding): readonly string[] {
  return "targets" in args ? args.targets : [];
}
