import { effectsOfAll } from "../../decide/effects.ts";
import { isProxy } from "../../decide/names.ts";
import { readersOf } from "../../decide/readers.ts";
import { isSameValue } from "../../decide/same-value.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { spelledTwice } from "../spellings.ts";
import { valueFaultsOf } from "../value-faults.ts";

/** One variable in both spellings, with different values: which of them counts differs from client to client. */
export const conflictingCase: Rule<"conflicting-case"> = (the) =>
  spelledTwice(the.settings)
    .filter(({ upper, lower }) => upper.value.trim() !== "" && lower.value.trim() !== "")
    .filter(({ upper, lower }) => !isSameValue(upper.name, upper.value, lower.value))
    .filter(({ upper, lower }) => !isToFillIn(the, upper) && !isToFillIn(the, lower))
    .map(({ upper, lower }) => {
      const { args, ...common } = misset(the, [upper, lower]);
      const effects = isProxy(upper.name)
        ? effectsOfAll([upper, lower], readersOf(upper, the.components))
        : [];
      return { ...common, severity: "warning", args: { ...args, effects } };
    });

/** Nobody means a placeholder to differ from the value it stands for. */
function isToFillIn(the: Case, setting: Setting): boolean {
  return valueFaultsOf(the, setting).placeholders.length > 0;
}
