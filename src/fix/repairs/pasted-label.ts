import { isUnreadIn } from "../../diagnose/unread.ts";
import type { Patch } from "../../model/fix.ts";
import { applyPatch, readingOf, type Workspace } from "../workspace.ts";
import type { Repair } from "./repair.ts";
import { statements } from "./set-right.ts";

/** Whoever pasted more than this is helped by no list of edits. */
const MOST_LINES = 50;

/** Takes the instructions out of the file, the last line first, and then has the shell take what is left in it. */
export const removePasted: Repair<"pasted-label"> = ({ args: { path, lines }, workspace }) => {
  if (lines.length > MOST_LINES) return [];
  const removed = removals(workspace, path);
  const left = removed.reduce(applyPatch, workspace);
  return [...removed, ...statements(left, isUnreadIn(path))];
};

/** One after the other, for a line may be removed only together with others. */
function removals(workspace: Workspace, path: string): readonly Patch[] {
  const patches: Patch[] = [];
  let now = workspace;
  for (;;) {
    const found = firstRemoval(now, path);
    if (found === undefined) return patches;
    patches.push(found.patch);
    now = found.after;
  }
}

function firstRemoval(
  now: Workspace,
  path: string,
): { readonly patch: Patch; readonly after: Workspace } | undefined {
  const lines = readingOf(now)
    .fileFaults.filter((fault) => fault.path === path && fault.kind !== "syntax-error")
    .map(({ line }) => line);
  for (const line of [...new Set(lines)].sort((one, other) => other - one)) {
    const patch: Patch = { file: path, line, op: "remove-line", name: "", value: "" };
    const after = applyPatch(now, patch);
    if (after !== now) return { patch, after };
  }
  return undefined;
}
