import type { Rule } from "../rule.ts";

/** Not yet. */
export const proxySchemeHttps: Rule<"proxy-scheme-https"> = () => [];
