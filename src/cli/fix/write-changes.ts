import type { FileChange, FileOutcome } from "../../model/file-change.ts";

/** Makes changes of files below a root, with backups named after the time. */
export async function writeChanges(
  root: string,
  changes: readonly FileChange[],
): Promise<readonly FileOutcome[]> {
  const { apply } = await import("../../apply/apply.ts");
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return apply(root, changes, stamp);
}
