import { effectsOfAll } from "../../decide/effects.ts";
import { isProxy } from "../../decide/names.ts";
import { readersOf } from "../../decide/readers.ts";
import { isSameValue } from "../../decide/same-value.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { spelledTwice } from "../spellings.ts";

/** One variable in both spellings, with different values: which of them counts differs from client to client. */
export const conflictingCase: Rule<"conflicting-case"> = (the) =>
  spelledTwice(the.settings)
    .filter(({ upper, lower }) => upper.value.trim() !== "" && lower.value.trim() !== "")
    .filter(({ upper, lower }) => !isSameValue(upper.name, upper.value, lower.value))
    .map(({ upper, lower }) => {
      const { args, ...common } = misset(the, [upper, lower]);
      const effects = isProxy(upper.name)
        ? effectsOfAll([upper, lower], readersOf(upper, the.components))
        : [];
      return { ...common, severity: "warning", args: { ...args, effects } };
    });
