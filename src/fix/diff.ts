import { formatPatch, structuredPatch } from "diff";
import { maskLine } from "../formats/mask-line.ts";
import type { Loader } from "../model/setting.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Unified diff of all files that differ between two workspaces. It shows of each file the lines that change and
 * none about them: others may hold secrets, and masked they would keep `patch` from applying it.
 */
export function diffOf(before: Workspace, after: Workspace): string {
  const was = filesByPath(before);
  return [...filesByPath(after).values()]
    .map(({ path, loader, text }) => ({ path, loader, text, before: was.get(path)?.text ?? "" }))
    .filter(({ text, before }) => text !== before)
    .map(({ path, loader, text, before }) => diffOfFile({ path, loader }, before, text))
    .join("");
}

/** Of a file that two grammars read, the first reading. */
function filesByPath({ files }: Workspace): ReadonlyMap<string, Workspace["files"][number]> {
  const first = new Map<string, Workspace["files"][number]>();
  for (const file of files) if (!first.has(file.path)) first.set(file.path, file);
  return first;
}

type Named = { readonly path: string; readonly loader: Loader | undefined };

function diffOfFile({ path, loader }: Named, was: string, is: string): string {
  const patch = structuredPatch(was === "" ? "/dev/null" : path, path, was, is, "", "", { context: 0 });
  const hunks = patch.hunks.map((hunk) => ({
    ...hunk,
    lines: hunk.lines.map((line) => maskDiffLine(line, loader)),
  }));
  const diff = formatPatch({ ...patch, hunks });
  return diff.slice(diff.indexOf("--- "));
}

/** The first character says what becomes of a line; `\` begins a remark of diff's own. */
function maskDiffLine(line: string, loader: Loader | undefined): string {
  return line.startsWith("\\") ? line : `${line.slice(0, 1)}${maskLine(line.slice(1), loader)}`;
}
