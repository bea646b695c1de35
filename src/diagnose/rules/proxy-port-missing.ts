import type { Rule } from "../rule.ts";

/** Not yet. */
export const proxyPortMissing: Rule<"proxy-port-missing"> = () => [];
