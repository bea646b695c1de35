import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** A loader keeps quotes as a part of the value, and no client takes them off. */
export const literalQuotes: Rule<"literal-quotes"> = (the) =>
  misvalued(the, "literal-quotes").map((each) => ({ ...each, severity: "error" as const }));
