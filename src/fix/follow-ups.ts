import type { Circumstances, Judgement } from "../diagnose/judge.ts";
import { judge } from "../diagnose/judge.ts";
import type { Component } from "../model/component.ts";
import type { Finding } from "../model/finding.ts";
import type { Patch } from "../model/fix.ts";
import { propose } from "./propose.ts";
import { repair } from "./repairs/index.ts";
import { type Complaint, complaintsOf, weighs } from "./verify.ts";
import { applyPatch, readingOf, type Workspace } from "./workspace.ts";

/** What one repair brings to light may bring more to light; beyond, the repair is not worth it. */
const MOST_ROUNDS = 5;

/** Settings as they stand after some changes, and what judging them gave. */
export type State = { readonly workspace: Workspace; readonly judgement: Judgement };

/** Edits, and the state they lead to. */
type Made = { readonly patch: readonly Patch[]; readonly to: State };

/**
 * A repair, and with it what it brings to light: a setting that is taken at last is to be exported, wants its twin,
 * and names a proxy through which some hosts are not to be called. As it was where that does not end well.
 */
export function completed(circumstances: Circumstances, patch: readonly Patch[], from: State): Made {
  const known = new Set(complaintsOf(from.judgement.findings.filter(weighs)));
  const alone = made(circumstances, patch, from);
  let whole = alone;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { workspace, judgement } = whole.to;
    const fresh = judgement.findings.filter(weighs).filter((finding) => freshIn(finding, known).length > 0);
    if (fresh.length === 0) return whole;
    const more = mend(circumstances, fresh, known, workspace);
    if (more.length === 0) return alone;
    whole = made(circumstances, [...whole.patch, ...more], from);
  }
  return alone;
}

function made(circumstances: Circumstances, patch: readonly Patch[], { workspace: before }: State): Made {
  const workspace = patch.reduce(applyPatch, before);
  return { patch, to: { workspace, judgement: judge(circumstances, readingOf(workspace)) } };
}

function freshIn(finding: Finding, known: ReadonlySet<Complaint>): readonly Complaint[] {
  return complaintsOf([finding]).filter((complaint) => !known.has(complaint));
}

function mend(
  circumstances: Circumstances,
  findings: readonly Finding[],
  known: ReadonlySet<Complaint>,
  workspace: Workspace,
): readonly Patch[] {
  const patches: Patch[] = [];
  let now = workspace;
  for (const finding of findings) {
    const fresh = freshIn(finding, known);
    const concerned = circumstances.components.filter(({ id }) =>
      fresh.some((complaint) => complaint.startsWith(`${finding.code} ${id}>`)),
    );
    const more = [
      ...repair(finding, now, circumstances),
      ...concerned.flatMap((component) => rerouting(circumstances, finding, fresh, component, now)),
    ];
    now = more.reduce(applyPatch, now);
    patches.push(...more);
  }
  return patches;
}

/** What sends a component's traffic, of which there are new complaints, another way. */
function rerouting(
  { targets, internal }: Circumstances,
  { code }: Finding,
  fresh: readonly Complaint[],
  component: Component,
  now: Workspace,
): readonly Patch[] {
  const about = (id: string) => fresh.includes(`${code} ${component.id}>${id}`);
  return propose({ code, component, targets: [...targets, ...internal].filter(({ id }) => about(id)) }, now);
}
