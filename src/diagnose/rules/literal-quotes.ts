import type { Rule } from "../rule.ts";

/** Not yet. */
export const literalQuotes: Rule<"literal-quotes"> = () => [];
