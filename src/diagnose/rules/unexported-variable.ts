import { groupBy } from "../../model/group-by.ts";
import type { Setting } from "../../model/setting.ts";
import { isKeptToItself } from "../kept-to-itself.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** Variables that the shell which sources a file keeps to itself, as each is assigned last: one finding a file. */
export const unexportedVariable: Rule<"unexported-variable"> = (the) => {
  const byFile = groupBy(the.settings.filter(isKeptToItself), pathOf);
  return [...byFile.values()].flatMap((kept) => {
    const [first, ...others] = new Map(kept.map((each) => [each.name, each])).values();
    if (first === undefined) return [];
    const { args, ...common } = misset(the, [first, ...others]);
    // Nobody is given it, whatever its value.
    return [{ ...common, severity: "error", args: { ...args, effects: [] } }];
  });
};

function pathOf({ source }: Setting): string {
  return source.kind === "file" ? source.path : "";
}
