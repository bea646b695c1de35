import { assertNever } from "../model/assert-never.ts";
import type { Patch } from "../model/fix.ts";
import { shellWord } from "../model/shell-word.ts";

/** `/etc/environment:4  NO_PROXY: add 169.254.169.254`: one edit as one would tell it to a colleague. */
export function wordsForPatch(patch: Patch): string {
  const { name, op, property } = patch;
  if (op === "remove-line") return `${placeOf(patch)}  ${edit(patch)}`;
  const option = property === undefined ? "" : ` -D${property}`;
  return `${placeOf(patch)}  ${name}${option}: ${edit(patch)}`;
}

/** Whether an edit is of what a shell exports: it is typed there, and lost with the shell. */
export function isTyped({ file }: Patch): boolean {
  return file === "environment";
}

/** An edit of what a shell exports, as it is typed there. */
export function typedFor({ name, op, value }: Pick<Patch, "name" | "op" | "value">): string {
  return op === "unset" ? `unset ${name}` : `export ${name}=${value === "" ? "" : shellWord(value)}`;
}

function placeOf(patch: Patch): string {
  const { file, line = 0, loader } = patch;
  if (isTyped(patch)) return "this shell";
  if (line > 0) return `${file}:${line}`;
  return loader === undefined ? file : `${file} (new)`;
}

/** Where to keep what is typed; nothing where a file that the next login reads is changed as well. */
export function wordsForKeeping(patches: readonly Patch[]): readonly string[] {
  return patches.length > 0 && patches.every(isTyped)
    ? [
        "set the same where this shell gets it from (/etc/environment for every login), or the next login lacks it",
      ]
    : [];
}

function edit({ op, value }: Patch): string {
  switch (op) {
    case "set":
      return `set to ${value}`;
    case "add-entry":
      return `add ${value}`;
    case "remove-entry":
      return `remove ${value}`;
    case "unset":
      return "delete";
    case "remove-line":
      return "delete this line";
    default:
      return assertNever(op);
  }
}
