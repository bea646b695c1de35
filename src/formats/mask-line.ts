import { MASK } from "../model/redact.ts";
import { maskValue } from "./mask-value.ts";
import { mattersToProxying } from "./relevant.ts";

/** `NAME=`, or `"Name": "` in JSON, where a name may be `http-proxy`; behind docker's `-e` no blank need be. */
const HEAD = /(?:(?<=-e)|(?<![\w.-]))([A-Za-z_]\w*(?:-proxy)?)(\+?=|"\s*:\s*)/g;

/** What a word may be that is shown wherever it stands: the scaffold of the grammars. */
const SCAFFOLD = new Set(
  "export readonly declare typeset set unset env -e --env -x -gx -a Service Environment REPLICATED_OPTS proxies default Defaults".split(
    " ",
  ),
);

/** The words of the commands that write and load settings, as they are pasted into a file. */
const COMMANDS = new Set(
  "echo printf sudo tee cat EOF service systemctl start stop restart daemon-reload docker nomad".split(" "),
);

/** Where settings files lie, and what Replicated's services are called, by pattern or one by one. */
const PLACE = /^(?:\/etc(?:\/[\w.-]+)+|replicated[a-z-]*\*?)$/;

/** The number of a step, which stands first in its line. */
const LABEL = /^\s*\d{1,3}(?:\.\)|[.)](?=\s))/;

/**
 * A line of a settings file with the values of its proxy settings, credentials masked, and nothing else but the
 * scaffold about them: what stands beside a proxy setting may be a secret that nobody knows as one.
 */
export function maskLine(line: string): string {
  const label = LABEL.exec(line)?.[0] ?? "";
  let masked = label;
  let end = label.length;
  for (const { 0: head, 1: name = "", index } of line.matchAll(HEAD)) {
    if (index < end || !mattersToProxying(name)) continue;
    const begin = index + head.length;
    const value = line.slice(begin).slice(0, extentOf(line.slice(begin), line[index - 1] ?? ""));
    masked += `${maskWords(line.slice(end, index))}${head}${maskValue(name, value)}`;
    end = begin + value.length;
  }
  return `${masked}${maskWords(line.slice(end))}`;
}

/** How far a value goes: to its quote, or that of a word in quotes, and else to a blank that is no part of it. */
function extentOf(rest: string, before: string): number {
  const own = /^["']/.exec(rest)?.[0];
  const quote = own ?? /^["']/.exec(before)?.[0];
  if (quote === undefined) return /^(?:[^\s"']|(?<=,)\s|\s(?=-D))*/.exec(rest)?.[0].length ?? 0;
  const end = rest.indexOf(quote, own === undefined ? 0 : 1);
  return end < 0 ? rest.length : end;
}

function maskWords(text: string): string {
  return text.replace(/[^\s"'=;:,|&(){}[\]\\]+/g, (word) =>
    isScaffold(word) || mattersToProxying(word) || !/[\p{L}\p{N}]/u.test(word) ? word : MASK,
  );
}

function isScaffold(word: string): boolean {
  return SCAFFOLD.has(word) || COMMANDS.has(word) || PLACE.test(word);
}
