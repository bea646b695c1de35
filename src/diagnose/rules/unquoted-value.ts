import { isAboutProxies } from "../../decide/names.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Flaw, Setting } from "../../model/setting.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

type Why = "unquoted" | "syntax-error" | "in-here-document";

/**
 * Settings that a shell does not take as they stand. What is behind an error in the syntax, or within
 * here-documents, has one cause a file and is one finding; each value that wants quotes is one of its own.
 */
export const unquotedValue: Rule<"unquoted-value"> = (the) => {
  const flawed = oncePerPlace(the.settings.filter(({ name, flaw }) => isAboutProxies(name) && isWhy(flaw)));
  return [...groupBy(flawed, causeOf).values()].flatMap(([first, ...others]) => {
    const why = first?.flaw;
    if (first === undefined || !isWhy(why)) return [];
    const { args, ...common } = misset(the, [first, ...others]);
    return [{ ...common, severity: "error", args: { ...args, effects: [], why } }];
  });
};

function isWhy(flaw: Flaw | undefined): flaw is Why {
  return flaw === "unquoted" || flaw === "syntax-error" || flaw === "in-here-document";
}

function causeOf({ flaw, source, name }: Setting): string {
  if (source.kind !== "file") return name;
  return `${flaw} ${source.path}${flaw === "unquoted" ? ` ${name} ${source.line}` : ""}`;
}
