import type { Rule } from "../rule.ts";

/** Not yet. */
export const replicatedConfWithoutEffect: Rule<"replicated-conf-without-effect"> = () => [];
