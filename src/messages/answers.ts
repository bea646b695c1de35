import type { AnsweredBy } from "../model/observation.ts";

/** Who answered where the target itself did not, in the two or three words that a table's cell holds. */
export const ANSWERS: Readonly<Record<Exclude<AnsweredBy, "target">, string>> = {
  proxy: "proxy's own answer",
  "someone-else": "block page",
  unknown: "unclear answer",
};
