import type { Rule } from "../rule.ts";

/** Not yet. */
export const jvmHttpsBypassProperty: Rule<"jvm-https-bypass-property"> = () => [];
