import type { Rule } from "../rule.ts";

/** Not yet. */
export const readableCredentials: Rule<"readable-credentials"> = () => [];
