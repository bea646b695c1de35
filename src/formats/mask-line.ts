import { MASK } from "../model/redact.ts";
import type { Loader } from "../model/setting.ts";
import { shapeOf } from "./line-shapes.ts";
import { isKept } from "./relevant.ts";

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
 *
 * @param loader whose grammar the line is of; of one that is not known, less may be shown
 */
export function maskLine(line: string, loader?: Loader): string {
  const { head: pattern, mask, extent, scaffold } = shapeOf(loader);
  const label = LABEL.exec(line)?.[0] ?? "";
  let masked = label;
  let end = label.length;
  for (const { 0: head, 1: first, 2: second, index } of line.matchAll(pattern)) {
    const name = first ?? second ?? "";
    const begin = index + head.length;
    const rest = line.slice(begin);
    const value = rest.slice(0, extent(rest, line[index - 1] ?? "", name));
    const shown = index < end ? undefined : mask(name, value);
    if (shown === undefined) continue;
    masked += `${maskWords(line.slice(end, index), scaffold)}${head}${shown}`;
    end = begin + value.length;
  }
  return `${masked}${maskWords(line.slice(end), scaffold)}`;
}

function maskWords(text: string, scaffold: ReadonlySet<string>): string {
  return text.replace(/[^\s"'=;:,|&(){}[\]\\]+/g, (word) =>
    isShown(word, scaffold) || !/[\p{L}\p{N}]/u.test(word) ? word : MASK,
  );
}

function isShown(word: string, scaffold: ReadonlySet<string>): boolean {
  return scaffold.has(word) || COMMANDS.has(word) || PLACE.test(word) || isKept(word);
}
