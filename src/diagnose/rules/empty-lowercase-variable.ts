import { effectsOfAll } from "../../decide/effects.ts";
import { isProxy } from "../../decide/names.ts";
import { readersOf } from "../../decide/readers.ts";
import { isHiddenByEmpty } from "../../decide/spelling.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { spelledTwice } from "../spellings.ts";

/** A variable in lower case that is set to nothing, and so hides the one in upper case from some of its readers. */
export const emptyLowercaseVariable: Rule<"empty-lowercase-variable"> = (the) =>
  spelledTwice(the.settings)
    .filter(({ upper, lower }) => upper.value.trim() !== "" && lower.value.trim() === "")
    .flatMap(({ upper, lower }) => {
      const readers = readersOf(upper, the.components);
      if (!readers.some(({ client }) => isHiddenByEmpty(client, upper.name))) return [];
      const { args, ...common } = misset(the, [lower, upper]);
      const effects = isProxy(upper.name) ? effectsOfAll([lower, upper], readers) : [];
      return [{ ...common, severity: "warning", args: { ...args, effects } }];
    });
