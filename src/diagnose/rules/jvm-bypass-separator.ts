import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmBypassSeparator: Rule<"jvm-bypass-separator"> = () => [];
