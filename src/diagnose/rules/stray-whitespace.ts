import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";

/** White space, or the carriage return of a file from Windows, stands at an end of a value and belongs to it. */
export const strayWhitespace: Rule<"stray-whitespace"> = (the) =>
  misvalued(the, "stray-whitespace").map((each) => ({ ...each, severity: "error" as const }));
