import type { Rule } from "../rule.ts";

/** Not yet. */
export const serverTooOld: Rule<"server-too-old"> = () => [];
