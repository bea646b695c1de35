import type { Circumstances, Judgement } from "../diagnose/judge.ts";
import type { Component, SettingsView } from "../model/component.ts";
import type { Finding, FindingCode } from "../model/finding.ts";
import type { Fix, FixVerdict, Patch } from "../model/fix.ts";
import { diffOf } from "./diff.ts";
import type { State } from "./follow-ups.ts";
import { networkAsks } from "./network-asks.ts";
import { isLeft, isMended, type Trial, tryOut, tryRepair, vanishes } from "./trial.ts";
import { readingOf, type Workspace } from "./workspace.ts";

/** A change that mends a finding for some of its components, or was to. */
type Change = Trial & { readonly finding: Finding; readonly components: readonly Component[] };

/** The changes accepted so far, each made on top of those before it, and the state they lead to. */
type Progress = { readonly changes: readonly Change[]; readonly state: State };

/** What is built upon at each stage, and what is said of it: nothing proved rests on something that is not. */
const STAGES = [
  { accepts: ["verified"], verdict: "verified" },
  { accepts: ["verified", "unmeasured"], verdict: "unmeasured" },
] as const satisfies readonly Stage[];

type Stage = { readonly accepts: readonly FixVerdict[]; readonly verdict: FixVerdict };

/**
 * Fixes for every finding that some setting may mend, in the order in which they are to be made: each is judged,
 * and its diff taken, on top of those before it, so that together they hold. Then comes what was tried in vain, upon
 * which nothing is built, and what is for others to mend.
 */
export function fixesFor(
  circumstances: Circumstances,
  before: Judgement,
  workspace: Workspace,
): readonly Fix[] {
  const findings = before.findings
    .filter(({ causedBy, latent }) => causedBy.length === 0 || latent === true)
    .sort((one, other) => Number(isOfThisShell(one)) - Number(isOfThisShell(other)));
  const start: Progress = { changes: [], state: { workspace, judgement: before } };
  const { changes, state } = STAGES.reduce(
    (progress, stage) => acceptAll(circumstances, findings, progress, stage),
    start,
  );
  const vain = findings.flatMap((finding) => triedInVain(circumstances, finding, state));
  const { components } = circumstances;
  const made = changes.map((change) => fixOf(change, endedBesides(change, before.findings), components));
  const changed = [...made, ...vain.map((change) => fixOf(change, [], components))];
  return [...changed, ...networkAsks(circumstances, before, readingOf(workspace), changed)];
}

/** Findings with the ids of the fixes that claim them. */
export function withFixes(findings: readonly Finding[], fixes: readonly Fix[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    fixes: fixes.filter((fix) => fix.findings.includes(finding.id)).map(({ id }) => id),
  }));
}

/**
 * What is typed into a shell lasts no longer than the shell: where the file is mended from which it has a setting, that
 * is to be the fix, and nothing is left to type.
 */
function isOfThisShell({ args }: Finding): boolean {
  return "places" in args && args.places[0]?.source === "environment";
}

/** Until nothing more is accepted, for a change may hold only on top of one that comes later. */
function acceptAll(
  circumstances: Circumstances,
  findings: readonly Finding[],
  progress: Progress,
  stage: Stage,
): Progress {
  const next = findings.reduce((so, finding) => accept(circumstances, finding, so, stage), progress);
  return next.changes.length === progress.changes.length
    ? next
    : acceptAll(circumstances, findings, next, stage);
}

/** What a finding says of settings is mended whole, what it says of ways component by component. */
function accept(circumstances: Circumstances, finding: Finding, progress: Progress, stage: Stage): Progress {
  return isAboutWays(finding)
    ? acceptByComponent(circumstances, finding, progress, stage)
    : acceptWhole(circumstances, finding, progress, stage);
}

function isAboutWays({ code }: Finding): boolean {
  return WAYS.has(code);
}

const WAYS: ReadonlySet<FindingCode> = new Set([
  "misrouted-to-proxy",
  "misrouted-direct",
  "avoidable-proxying",
  "bypass-missing",
]);

function acceptWhole(
  circumstances: Circumstances,
  finding: Finding,
  { changes, state: from }: Progress,
  { accepts, verdict }: Stage,
): Progress {
  const trial = isLeft(finding, from) ? tryRepair(circumstances, finding, from) : undefined;
  if (trial === undefined || !accepts.includes(trial.verdict)) return { changes, state: from };
  return {
    changes: [...changes, { ...trial, verdict, finding, components: namedBy(circumstances, finding) }],
    state: trial.to,
  };
}

/** Components that a finding names. */
function namedBy({ components }: Circumstances, { args }: Finding): readonly Component[] {
  const named: readonly string[] = "components" in args ? args.components : [];
  return components.filter(({ id }) => named.includes(id));
}

/** One component after the other, so that what can be mended is; then those that may hold only together. */
function acceptByComponent(
  circumstances: Circumstances,
  finding: Finding,
  { changes, state: from }: Progress,
  { accepts, verdict }: Stage,
): Progress {
  const concerned = unmended(circumstances, finding, from);
  const patch: Patch[] = [];
  let to = from;
  for (const components of [...concerned.map((component) => [component]), concerned]) {
    const left = components.filter(({ id }) => !isMended(finding, id, to));
    const trial = tryOut(circumstances, finding, left, to);
    if (trial === undefined || !accepts.includes(trial.verdict)) continue;
    patch.push(...trial.patch);
    to = trial.to;
  }
  if (to === from) return { changes, state: from };
  const components = concerned.filter(({ id }) => isMended(finding, id, to));
  return { changes: [...changes, { finding, components, from, to, patch, verdict }], state: to };
}

/** What does not help those components that nothing mended, so that nobody tries it again. */
function triedInVain(circumstances: Circumstances, finding: Finding, state: State): readonly Change[] {
  if (!isLeft(finding, state)) return [];
  const components = isAboutWays(finding)
    ? unmended(circumstances, finding, state)
    : namedBy(circumstances, finding);
  const trial = isAboutWays(finding)
    ? tryOut(circumstances, finding, components, state)
    : tryRepair(circumstances, finding, state);
  return trial === undefined ? [] : [{ ...trial, finding, components }];
}

/** Components of a finding of which it still holds. */
function unmended(circumstances: Circumstances, finding: Finding, state: State): readonly Component[] {
  return namedBy(circumstances, finding).filter(({ id }) => !isMended(finding, id, state));
}

/** Findings that end with a change that was made for another one. */
function endedBesides(change: Change, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((each) => each !== change.finding && vanishes(each, change));
}

function fixOf(change: Change, besides: readonly Finding[], all: readonly Component[]): Fix {
  const { finding, components, from, to, patch, verdict } = change;
  const ids = components.map(({ id }) => id);
  const isWhole = !("components" in finding.args) || ids.length === finding.args.components.length;
  // What a change of ways is for is restarted; a setting that stands wrong is mended for all that read it.
  const restarted = isAboutWays(finding) ? components : all;
  return {
    id: `fix:${finding.id}${isWhole ? "" : `:${ids.join("+")}`}`,
    findings: [finding, ...besides].map(({ id }) => id),
    components: ids,
    patch,
    diff: diffOf(from.workspace, to.workspace),
    restart: [
      ...new Set(
        restarted.filter((each) => readsFrom(each, patch, to.workspace)).flatMap(({ restart }) => restart),
      ),
    ],
    verdict,
  };
}

/** Whether a component gets settings from a file that is changed; what a shell exports needs no restart. */
function readsFrom({ reads }: Component, patches: readonly Patch[], { files }: Workspace): boolean {
  return reads.some((view) => patches.some(({ file }) => shows(view, file, files)));
}

function shows(view: SettingsView, path: string, files: Workspace["files"]): boolean {
  switch (view.from) {
    case "environment":
      return false;
    case "file":
      return view.path.endsWith("/") ? path.startsWith(view.path) : path === view.path;
    case "unit":
      return files.some((file) => file.unit === view.unit && file.path === path);
  }
}
