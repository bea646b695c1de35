import { MASK } from "../model/redact.ts";
import { maskValue } from "./mask-value.ts";
import { mattersToProxying } from "./relevant.ts";

/** `NAME=`, or `"Name": "` in JSON; behind docker's `-e` no blank need be. */
const HEAD = /(?:(?<=-e)|(?<![\w.-]))([A-Za-z_]\w*)(\+?=|"\s*:\s*)/g;

/** What a word may be that is shown wherever it stands: the scaffold of the grammars. */
const SCAFFOLD = new Set(
  "export readonly declare typeset set unset env -e --env -x -gx -a Service Environment REPLICATED_OPTS".split(
    " ",
  ),
);

/**
 * A line of a settings file with the values of its proxy settings, credentials masked, and nothing else but the
 * scaffold about them: what stands beside a proxy setting may be a secret that nobody knows as one.
 */
export function maskLine(line: string): string {
  let masked = "";
  let end = 0;
  for (const { 0: head, 1: name = "", index } of line.matchAll(HEAD)) {
    if (index < end || !mattersToProxying(name)) continue;
    const begin = index + head.length;
    const value = line.slice(begin).slice(0, extentOf(line.slice(begin), line[index - 1] ?? ""));
    masked += `${maskWords(line.slice(end, index))}${head}${maskValue(name, value)}`;
    end = begin + value.length;
  }
  return `${masked}${maskWords(line.slice(end))}`;
}

/**
 * How far a value goes: to its quote, be it a part of the value, or that of a word in quotes, and else to a blank that
 * is no part of it.
 */
function extentOf(rest: string, before: string): number {
  const own = /^\\?["']/.exec(rest)?.[0];
  const quote = own ?? /^["']/.exec(before)?.[0];
  if (quote === undefined) return /^(?:[^\s"']|(?<=,)\s|\s(?=-D))*/.exec(rest)?.[0].length ?? 0;
  const end = rest.indexOf(quote, own?.length ?? 0);
  return end < 0 ? rest.length : end;
}

function maskWords(text: string): string {
  return text.replace(/[^\s"'=;:,|&(){}[\]\\]+/g, (word) =>
    SCAFFOLD.has(word) || mattersToProxying(word) || !/[\p{L}\p{N}]/u.test(word) ? word : MASK,
  );
}
