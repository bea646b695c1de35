import type { Rule } from "../rule.ts";

/** Not yet. */
export const staleProcess: Rule<"stale-process"> = () => [];
