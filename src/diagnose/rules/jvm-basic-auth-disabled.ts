import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmBasicAuthDisabled: Rule<"jvm-basic-auth-disabled"> = () => [];
