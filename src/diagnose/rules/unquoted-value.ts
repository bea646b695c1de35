import type { Rule } from "../rule.ts";

/** Not yet. */
export const unquotedValue: Rule<"unquoted-value"> = () => [];
