import type { FileChange } from "../model/file-change.ts";
import type { Fix } from "../model/fix.ts";
import { applyPatch, type Workspace } from "./workspace.ts";

/** The files as all verified fixes together leave them, in the order in which they are first changed. */
export function changesOf(before: Workspace, fixes: readonly Fix[]): readonly FileChange[] {
  const patches = fixes.filter(({ verdict }) => verdict === "verified").flatMap(({ patch }) => patch);
  const after = patches.reduce(applyPatch, before);
  const paths = [...new Set(patches.map(({ file }) => file))];
  return paths.flatMap((path): readonly FileChange[] => {
    const old = textOf(before, path);
    const fresh = textOf(after, path);
    if (fresh === undefined || fresh === old) return [];
    return [{ path, ...(old === undefined ? {} : { before: old }), after: fresh }];
  });
}

function textOf({ files }: Workspace, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}
