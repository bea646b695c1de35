import type { Patch } from "../../model/fix.ts";
import type { Setting } from "../../model/setting.ts";
import { applyPatch, settingsIn, type Workspace } from "../workspace.ts";
import { isRepeatable, MOST_EDITS } from "./effective.ts";
import { assigned, type Repair } from "./repair.ts";

/** Has the shell export what it keeps to itself. */
export const exportAll: Repair<"unexported-variable"> = ({ settings }) =>
  settings.length <= MOST_EDITS && settings.every(isRepeatable) ? settings.map(stated) : [];

/** Writes flawed settings so that the shell takes what a person reads. */
export const setRight: Repair<"unquoted-value"> = ({ settings, args, workspace }) => {
  const places = new Set(settings.map(nameAndFile));
  return statements(workspace, (each) => each.flaw === args.why && places.has(nameAndFile(each)));
};

/**
 * The settings that want it, written anew, from the first of a file to the last: what stops a shell is mended before
 * what it does not come to, and some of that is right then.
 */
export function statements(
  workspace: Workspace,
  isConcerned: (setting: Setting) => boolean,
): readonly Patch[] {
  const patches: Patch[] = [];
  const tried = new Set<string>();
  let now = workspace;
  while (tried.size < MOST_EDITS) {
    const next = settingsIn(now).find(
      (each) => each.flaw !== undefined && isConcerned(each) && !tried.has(JSON.stringify(stated(each))),
    );
    if (next === undefined) return patches;
    const patch = stated(next);
    tried.add(JSON.stringify(patch));
    const after = isRepeatable(next) ? applyPatch(now, patch) : now;
    if (after !== now) patches.push(patch);
    now = after;
  }
  return patches;
}

function stated(setting: Setting): Patch {
  return assigned(setting, setting.value);
}

function nameAndFile({ name, source }: Setting): string {
  return `${name} ${source.kind === "file" ? source.path : ""}`;
}
