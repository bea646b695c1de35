import type { Rule } from "../rule.ts";

/** Not yet. */
export const bypassMatchesSomeClients: Rule<"bypass-matches-some-clients"> = () => [];
