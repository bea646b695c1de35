import type { Rule } from "../rule.ts";

/** Not yet. */
export const proxiesDisagree: Rule<"proxies-disagree"> = () => [];
