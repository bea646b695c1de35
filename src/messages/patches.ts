import { assertNever } from "../model/assert-never.ts";
import type { Patch } from "../model/fix.ts";

/** `/etc/environment:4  NO_PROXY: add 169.254.169.254`: one edit as one would tell it to a colleague. */
export function wordsForPatch(patch: Patch): string {
  const { name, property } = patch;
  const option = property === undefined ? "" : ` -D${property}`;
  return `${placeOf(patch)}  ${name}${option}: ${edit(patch)}`;
}

function placeOf({ file, line }: Patch): string {
  if (file === "environment") return "this shell's environment";
  return line === undefined ? file : `${file}:${line}`;
}

function edit({ op, value }: Patch): string {
  switch (op) {
    case "set":
      return `set to ${value}`;
    case "add-entry":
      return `add ${value}`;
    case "remove-entry":
      return `remove ${value}`;
    default:
      return assertNever(op);
  }
}
