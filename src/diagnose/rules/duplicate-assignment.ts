import { isAboutProxies } from "../../decide/names.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Loader, Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { supersededOf } from "../superseded.ts";

/** Grammars of variables: of one name, the last assignment counts. */
const LAST_COUNTS: ReadonlySet<Loader> = new Set([
  "pam-env",
  "shell",
  "systemd",
  "env-file",
  "docker-options",
]);

/** One name assigned several times in one file, and not to add to what it holds. */
export const duplicateAssignment: Rule<"duplicate-assignment"> = (the) => {
  const drafts = [...groupBy(the.settings.filter(isVariableInFile), nameAndFile).values()]
    .filter((same) => supersededOf(same).length > 0)
    .flatMap((same) => draftsOf(the, same));
  // A file that two grammars read gives each twice.
  return [...new Map(drafts.map((each) => [each.about, each])).values()];
};

function draftsOf(the: Case, [first, ...others]: readonly Setting[]) {
  if (first === undefined) return [];
  const { args, ...common } = misset(the, [first, ...others]);
  return [{ ...common, severity: "warning" as const, args: { ...args, effects: [] } }];
}

function isVariableInFile({ name, source, flaw, resets }: Setting): boolean {
  return (
    isAboutProxies(name) &&
    source.kind === "file" &&
    LAST_COUNTS.has(source.loader) &&
    flaw === undefined &&
    resets === undefined
  );
}

function nameAndFile({ name, source }: Setting): string {
  return source.kind === "file" ? `${name} ${source.path} ${source.loader}` : name;
}
