import { groupBy } from "../../model/group-by.ts";
import type { Setting } from "../../model/setting.ts";
import { isKeptToItself } from "../kept-to-itself.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** Variables that the shell which sources a file keeps to itself, as each is assigned last: one finding a file. */
export const unexportedVariable: Rule<"unexported-variable"> = (the) => {
  const ofUnits = new Set(the.settings.filter(isOfUnit).map(pathOf));
  const kept = the.settings.filter((each) => isKeptToItself(each) && !ofUnits.has(pathOf(each)));
  const byFile = groupBy(kept, pathOf);
  return [...byFile.values()].flatMap((same) => {
    const [first, ...others] = new Map(same.map((each) => [each.name, each])).values();
    if (first === undefined) return [];
    const { args, ...common } = misset(the, [first, ...others]);
    // Nobody is given it, whatever its value.
    return [{ ...common, severity: "error", args: { ...args, effects: [] } }];
  });
};

/** What systemd reads a file for takes it without any export. */
function isOfUnit({ source }: Setting): boolean {
  return source.kind === "file" && source.unit !== undefined;
}

function pathOf({ source }: Setting): string {
  return source.kind === "file" ? source.path : "";
}
