import { isProxy } from "../../decide/names.ts";
import type { Patch } from "../../model/fix.ts";
import { holdsMask } from "../../model/mark.ts";
import type { Setting } from "../../model/setting.ts";
import { applyPatch, settingsIn, type Workspace } from "../workspace.ts";

/** The most edits of one repair: nobody reads more, and each is made by reading the file anew. */
export const MOST_EDITS = 50;

/** Those of some patches that change anything, applied in their order; none where there are more than anyone reads. */
export function effective(patches: readonly Patch[], workspace: Workspace): readonly Patch[] {
  if (patches.length > MOST_EDITS) return [];
  const kept: Patch[] = [];
  let now = workspace;
  for (const patch of patches) {
    if (isHeld(patch, now)) continue;
    const next = applyPatch(now, patch);
    if (next !== now) kept.push(patch);
    now = next;
  }
  return kept;
}

/** Whether the setting has the value already, as one that follows another has after that one was edited. */
function isHeld({ op, file, line, name, property, value }: Patch, now: Workspace): boolean {
  if (op !== "set" || property !== undefined) return false;
  return settingsIn(now).some(
    (each) =>
      each.name === name &&
      each.value === value &&
      each.source.kind === "file" &&
      each.source.path === file &&
      each.source.line === line &&
      each.flaw === undefined,
  );
}

/**
 * Whether a setting's value can be written once more: nothing is masked in it, or only the login of a proxy in a
 * file, for which the true one is put in.
 */
export function isRepeatable({ name, value, credentials, source }: Setting): boolean {
  if (!holdsMask(value)) return true;
  const isOfLogin = credentials !== undefined && !holdsMask(value.slice(value.lastIndexOf("@")));
  return isProxy(name) && isOfLogin && source.kind !== "environment";
}
