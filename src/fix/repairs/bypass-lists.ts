import { withoutBlanks } from "../../diagnose/bypass-lists.ts";
import { oncePerPlace } from "../../diagnose/misset.ts";
import { holdsStrays } from "../../formats/entries.ts";
import type { Patch } from "../../model/fix.ts";
import { holdsMask } from "../../model/mark.ts";
import { describeSetting, type Setting } from "../../model/setting.ts";
import { entryPatch, lastOfEachName } from "../bypass-lists.ts";
import { applyPatch, settingsIn, type Workspace } from "../workspace.ts";
import { assigned, type Repair } from "./repair.ts";

/** Names each host in full, which every client reads alike. */
export const exactHosts: Repair<"bypass-matches-some-clients"> = ({ args, settings, workspace }) =>
  editsOf(
    workspace,
    oncePerPlace(settings).flatMap((setting) =>
      args.hosts.map((host) => (now: Workspace) => {
        const list = standing(setting, now);
        return list && entryPatch("add-entry", { setting: list, value: list.value }, host);
      }),
    ),
  );

/** Writes the list with commas alone, and each entry once: one that was added for who reads no blanks stands there twice. */
export const compactList: Repair<"no-proxy-spaces"> = ({ settings, workspace }) =>
  editsOf(
    workspace,
    oncePerPlace(settings).map((setting) => (now: Workspace) => {
      const list = standing(setting, now);
      const value = eachOnce(withoutBlanks(list?.value ?? ""));
      if (list === undefined || value === list.value || holdsMask(value) || holdsStrays(value))
        return undefined;
      return assigned(list, value);
    }),
  );

function eachOnce(list: string): string {
  const entries = new Map<string, string>();
  for (const entry of list.split(",")) {
    const name = entry.toLowerCase();
    if (!entries.has(name)) entries.set(name, entry);
  }
  return [...entries.values()].join(",");
}

/** Edits one after the other, each where it is still needed: `no_proxy="$NO_PROXY"` follows the other by itself. */
function editsOf(
  workspace: Workspace,
  edits: readonly ((now: Workspace) => Patch | undefined)[],
): readonly Patch[] {
  const patches: Patch[] = [];
  let now = workspace;
  for (const edit of edits) {
    const patch = edit(now);
    if (patch === undefined) continue;
    patches.push(patch);
    now = applyPatch(now, patch);
  }
  return lastOfEachName(patches);
}

/** A setting as it stands now, of several of its name at one place the one that counts; no edit of a list moves a line. */
function standing(setting: Setting, now: Workspace): Setting | undefined {
  const place = describeSetting(setting);
  return settingsIn(now).findLast((each) => describeSetting(each) === place);
}
