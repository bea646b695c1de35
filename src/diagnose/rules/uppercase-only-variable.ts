import type { Rule } from "../rule.ts";

/** Not yet. */
export const uppercaseOnlyVariable: Rule<"uppercase-only-variable"> = () => [];
