import { isTyped, typedFor } from "../../messages/patches.ts";
import type { Fix, Patch } from "../../model/fix.ts";
import { holdsMask, MASK } from "../../model/mark.ts";

/**
 * The lines to type in a shell for a fix. A verified one is told with what its variables have when all verified ones are
 * made, so that lines that are typed in any order come to the same.
 */
export function typedLines(fix: Fix, fixes: readonly Fix[]): readonly string[] {
  const together = fix.verdict === "verified" ? fixes.filter(({ verdict }) => verdict === "verified") : [fix];
  const last = lastByName(together);
  const lines = [...lastByName([fix]).keys()].flatMap((name) => {
    const patch = last.get(name);
    return patch === undefined ? [] : [typedFor(patch)];
  });
  return [...fillingIn(lines), ...lines];
}

/** All that is typed for the verified fixes; each variable once, as it is in the end. */
export function allTypedLines(fixes: readonly Fix[]): readonly string[] {
  const verified = fixes.filter(({ verdict }) => verdict === "verified");
  const lines = [...lastByName(verified).values()].map(typedFor);
  return [...fillingIn(lines), ...lines];
}

/** What is said before a text to type where something has to be filled in: a comment, which a shell skips. */
export function fillingIn(typed: readonly string[]): readonly string[] {
  return typed.some(holdsMask) ? [`# ${MASK} stands for a secret: write that in its place`] : [];
}

function lastByName(fixes: readonly Fix[]): ReadonlyMap<string, Patch> {
  const patches = fixes.flatMap(({ patch }) => patch.filter(isTyped));
  return new Map(patches.map((patch) => [patch.name, patch]));
}
