import { formatPatch, structuredPatch } from "diff";
import { maskLine } from "../formats/mask-line.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Unified diff of all files that differ between two workspaces. It shows of each file the lines that change and
 * none about them: others may hold secrets, and masked they would keep `patch` from applying it.
 */
export function diffOf(before: Workspace, after: Workspace): string {
  const paths = [...new Set(before.files.map(({ path }) => path))];
  const textIn = (workspace: Workspace, path: string) =>
    workspace.files.find((file) => file.path === path)?.text ?? "";
  return paths
    .filter((path) => textIn(before, path) !== textIn(after, path))
    .map((path) => diffOfFile(path, textIn(before, path), textIn(after, path)))
    .join("");
}

function diffOfFile(path: string, was: string, is: string): string {
  const patch = structuredPatch(path, path, was, is, "", "", { context: 0 });
  const hunks = patch.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines.map(maskDiffLine) }));
  const diff = formatPatch({ ...patch, hunks });
  return diff.slice(diff.indexOf("--- "));
}

/** The first character says what becomes of a line; `\` begins a remark of diff's own. */
function maskDiffLine(line: string): string {
  return line.startsWith("\\") ? line : `${line.slice(0, 1)}${maskLine(line.slice(1))}`;
}
