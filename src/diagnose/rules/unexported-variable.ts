import type { Rule } from "../rule.ts";

/** Not yet. */
export const unexportedVariable: Rule<"unexported-variable"> = () => [];
