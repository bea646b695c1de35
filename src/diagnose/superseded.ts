import { isJvmOptions } from "../decide/names.ts";
import { holdsMask } from "../model/mark.ts";
import type { Setting } from "../model/setting.ts";

/** Of the assignments of one name, in the order in which they stand, those of which nothing is left in the end. */
export function supersededOf(assignments: readonly Setting[]): readonly Setting[] {
  const last = assignments.findLastIndex((each, place) => {
    const before = assignments[place - 1];
    return before !== undefined && !isBuiltUpon(each, before);
  });
  return assignments.slice(0, Math.max(last, 0));
}

/** Whether a value is made of the one before it, as `NO_PROXY="$NO_PROXY,x"` is. */
function isBuiltUpon({ name, value, text = "" }: Setting, before: Setting): boolean {
  if (text.includes("+=") || text.includes(`$${name}`) || text.includes(`\${${name}`)) return true;
  // Among a JVM's options, `$JVM_OPTS` is masked as all that is not known to be harmless.
  const isMasked = isJvmOptions(name) && holdsMask(text);
  return isMasked && value.length > before.value.length && value.startsWith(before.value);
}
