import type { Rule } from "../rule.ts";

/** Not yet. */
export const placeholderLeftIn: Rule<"placeholder-left-in"> = () => [];
