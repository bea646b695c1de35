import { isTyped, typedFor } from "../../messages/patches.ts";
import type { Fix, Patch } from "../../model/fix.ts";

/**
 * The lines to type in a shell for a fix. A verified one is told with what its variables have when all verified ones are
 * made, so that lines that are typed in any order come to the same.
 */
export function typedLines(fix: Fix, fixes: readonly Fix[]): readonly string[] {
  const together = fix.verdict === "verified" ? fixes.filter(({ verdict }) => verdict === "verified") : [fix];
  const last = lastByName(together);
  return [...lastByName([fix]).keys()].flatMap((name) => {
    const patch = last.get(name);
    return patch === undefined ? [] : [typedFor(patch)];
  });
}

/** All that is typed for the verified fixes; each variable once, as it is in the end. */
export function allTypedLines(fixes: readonly Fix[]): readonly string[] {
  return [...lastByName(fixes.filter(({ verdict }) => verdict === "verified")).values()].map(typedFor);
}

function lastByName(fixes: readonly Fix[]): ReadonlyMap<string, Patch> {
  const patches = fixes.flatMap(({ patch }) => patch.filter(isTyped));
  return new Map(patches.map((patch) => [patch.name, patch]));
}
