import type { Circumstances } from "../../diagnose/judge.ts";
import type { Finding, FindingArgs, FindingCode } from "../../model/finding.ts";
import type { Patch } from "../../model/fix.ts";
import type { Setting } from "../../model/setting.ts";
import { settingIds } from "../../model/setting-id.ts";
import { settingsIn, type Workspace } from "../workspace.ts";

/** What a repair works with: the settings that the finding is about, as they stand now, and all about them. */
export type Damage<C extends FindingCode> = {
  readonly args: FindingArgs[C];
  /** In the finding's order; those that are gone are missing. A setting that two grammars read stands twice. */
  readonly settings: readonly Setting[];
  readonly workspace: Workspace;
  readonly circumstances: Circumstances;
};

/** Mends what a finding says of some settings: patches to be applied in order, none where no setting helps. */
export type Repair<C extends FindingCode> = (damage: Damage<C>) => readonly Patch[];

/** The damage that a finding tells of, as far as it is still there. */
export function damageOf<F extends Finding>(
  { args, evidence }: F,
  workspace: Workspace,
  circumstances: Circumstances,
): { readonly args: F["args"]; readonly settings: readonly Setting[] } & Pick<
  Damage<never>,
  "workspace" | "circumstances"
> {
  const ids = settingIds(settingsIn(workspace));
  const settings = evidence.flatMap((wanted) =>
    [...ids].flatMap(([setting, id]) => (id === wanted ? [setting] : [])),
  );
  return { args, settings, workspace, circumstances };
}

/** Where a patch edits a setting. */
export function placeOf({ source }: Pick<Setting, "source">): Pick<Patch, "file" | "line"> {
  return source.kind === "file" ? { file: source.path, line: source.line } : { file: "environment" };
}

/** Gives a setting another value where it stands, or states the one that it has so that its loader takes it. */
export function assigned(setting: Pick<Setting, "name" | "source">, value: string): Patch {
  return { ...placeOf(setting), op: "set", name: setting.name, value };
}
