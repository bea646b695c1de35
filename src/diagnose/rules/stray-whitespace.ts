import type { Rule } from "../rule.ts";

/** Not yet. */
export const strayWhitespace: Rule<"stray-whitespace"> = () => [];
