import type { Rule } from "../rule.ts";

/** Not yet. */
export const noProxySpaces: Rule<"no-proxy-spaces"> = () => [];
