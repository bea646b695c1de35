import { misvalued } from "../misvalued.ts";
import type { Rule } from "../rule.ts";
import { valueFaultsOf } from "../value-faults.ts";

/** A value still holds what instructions put in the place of an address. */
export const placeholderLeftIn: Rule<"placeholder-left-in"> = (the) =>
  misvalued(the, "placeholder-left-in").map(({ args, ...each }) => {
    const settings = the.settings.filter((setting) => each.evidence.includes(the.settingId(setting)));
    const placeholders = settings.flatMap((setting) => valueFaultsOf(the, setting).placeholders);
    return {
      ...each,
      severity: "error" as const,
      args: { ...args, placeholders: [...new Set(placeholders)] },
    };
  });
