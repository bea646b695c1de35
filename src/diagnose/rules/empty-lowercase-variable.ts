import type { Rule } from "../rule.ts";

/** Not yet. */
export const emptyLowercaseVariable: Rule<"empty-lowercase-variable"> = () => [];
