import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmOptionsMissing: Rule<"jvm-options-missing"> = () => [];
