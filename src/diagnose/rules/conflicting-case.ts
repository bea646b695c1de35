import type { Rule } from "../rule.ts";

/** Not yet. */
export const conflictingCase: Rule<"conflicting-case"> = () => [];
