import type { Rule } from "../rule.ts";

/** Not yet. */
export const proxySchemeMissing: Rule<"proxy-scheme-missing"> = () => [];
