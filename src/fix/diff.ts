import { createTwoFilesPatch } from "diff";
import { maskCredentials } from "../model/redact.ts";
import type { Workspace } from "./workspace.ts";

const CONTEXT_LINES = 1;

/** Unified diff of all files that differ between two workspaces, passwords masked. */
export function diffOf(before: Workspace, after: Workspace): string {
  const paths = [...new Set(before.files.map(({ path }) => path))];
  const textIn = (workspace: Workspace, path: string) =>
    maskCredentials(workspace.files.find((file) => file.path === path)?.text ?? "");
  return paths
    .filter((path) => textIn(before, path) !== textIn(after, path))
    .map((path) => {
      const [was, is] = [textIn(before, path), textIn(after, path)];
      const diff = createTwoFilesPatch(path, path, was, is, "", "", { context: CONTEXT_LINES });
      return diff.slice(diff.indexOf("--- "));
    })
    .join("");
}
