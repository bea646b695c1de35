import type { Rule } from "../rule.ts";

/** Not yet. */
export const unsupportedProxyScheme: Rule<"unsupported-proxy-scheme"> = () => [];
