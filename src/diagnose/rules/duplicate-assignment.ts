import type { Rule } from "../rule.ts";

/** Not yet. */
export const duplicateAssignment: Rule<"duplicate-assignment"> = () => [];
