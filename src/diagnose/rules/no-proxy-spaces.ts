import { askWithList } from "../../decide/ask-list.ts";
import { hostInUrl } from "../../model/host.ts";
import { type BypassList, bypassLists, withoutBlanks } from "../bypass-lists.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** As many beside blanks tell what becomes of the others. */
const MOST_ENTRIES = 16;

/** White space between the entries of a list, at which some of its readers lose entries. */
export const noProxySpaces: Rule<"no-proxy-spaces"> = (the) =>
  bypassLists(the)
    .filter(({ value }) => /\s/.test(value.trim()))
    .flatMap((list) => {
      const readers = stumbling(list);
      if (readers.length === 0) return [];
      const { args, ...common } = misset(the, list.settings);
      return [{ ...common, severity: "warning" as const, args: { ...args, readers } }];
    });

function stumbling({ value, readers }: BypassList) {
  const compact = withoutBlanks(value);
  const urls = value
    .split(",")
    .filter((segment) => /\s/.test(segment))
    .flatMap((segment) => segment.split(/\s+/))
    .filter((entry) => entry !== "")
    .slice(0, MOST_ENTRIES)
    .flatMap(urlIn);
  return readers
    .filter((reader) =>
      urls.some((url) => askWithList(reader, value, url).route !== askWithList(reader, compact, url).route),
    )
    .map(({ client }) => client);
}

/** A URL that an entry is to cover: of its host, of one below a domain, of a network's first address. */
function urlIn(entry: string): readonly string[] {
  const name = entry.replace(/^\*?\./, "www.").replace(/\/\d{1,3}$/, "");
  const isAddress = /^[\da-f]*:[\da-f:]*$/i.test(name);
  const url = `http://${isAddress ? hostInUrl(name) : name}/`;
  return URL.canParse(url) ? [url] : [];
}
