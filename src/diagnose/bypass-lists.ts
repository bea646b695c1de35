import { isBypassList } from "../decide/names.ts";
import { type Reader, readersOf } from "../decide/readers.ts";
import { groupBy } from "../model/group-by.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";
import type { Case } from "./evidence.ts";
import { oncePerPlace } from "./misset.ts";

/** One list of exceptions as it stands at one place, under one spelling or under both, and who is given it. */
export type BypassList = {
  readonly value: string;
  readonly settings: readonly [Setting, ...Setting[]];
  readonly readers: readonly Reader[];
};

/** The lists that some program is given: in files, by the last assignment of a name, and in this shell. */
export const bypassLists = onceFor((the: Case): readonly BypassList[] => {
  const lasting = new Map(
    the.settings
      .filter(
        ({ name, flaw, source }) => isBypassList(name) && flaw === undefined && source.kind !== "process",
      )
      .map((setting) => [`${setting.name} ${holderOf(setting)}`, setting]),
  );
  const given = [...lasting.values()].filter(({ exported, value }) => exported && value.trim() !== "");
  const lists = groupBy(oncePerPlace(given), (setting) => `${fileOf(setting)}\n${setting.value}`);
  return [...lists.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            value: first.value,
            settings: [first, ...others] as const,
            readers: readersOf(first, the.components).filter(({ client }) => client !== "java"),
          },
        ],
  );
});

/** The same list with a comma and nothing else between its entries, and without a comment that has come into it. */
export function withoutBlanks(list: string): string {
  return list
    .replace(/(?<=\s|^)#.*$/s, "")
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .join(",");
}

function holderOf({ source }: Setting): string {
  return source.kind === "file" ? `${source.path} ${source.loader}` : source.kind;
}

function fileOf({ source }: Setting): string {
  return source.kind === "file" ? source.path : source.kind;
}
