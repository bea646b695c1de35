import type { Rule } from "../rule.ts";

/** Not yet. */
export const pastedLabel: Rule<"pasted-label"> = () => [];
