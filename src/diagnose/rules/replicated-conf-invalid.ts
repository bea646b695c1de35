import type { Rule } from "../rule.ts";

/** Not yet. */
export const replicatedConfInvalid: Rule<"replicated-conf-invalid"> = () => [];
