import { keepMarkers, MASK } from "../model/mark.ts";
import type { Loader } from "../model/setting.ts";
import { type LineShape, shapeOf } from "./line-shapes.ts";
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
export function maskLine(line: string, loader?: Loader, mark = keepMarkers): string {
  const shape = shapeOf(loader, mark);
  return rewriteLine(line, shape, (text) =>
    text.replace(WORD, (word) => (isShownWord(word, shape) || !/[\p{L}\p{N}]/u.test(word) ? word : MASK)),
  );
}

/** What stands between blanks, quotes and the signs that most grammars part words by. */
const WORD = /[^\s"'=;:,|&(){}[\]\\]+/g;

/** Whether a word is a part of the scaffold about settings, or names one. */
export function isShownWord(word: string, { scaffold }: LineShape): boolean {
  return scaffold.has(word) || COMMANDS.has(word) || PLACE.test(word) || isKept(word);
}

/** A value that a line shows: the name as it is spelled, and where head and value stand. */
type ShownValue = {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly begin: number;
  readonly end: number;
};

/** The values that a line shows, not masked yet, in their order. */
export function* shownValues(line: string, shape: LineShape): Generator<ShownValue> {
  let end = LABEL.exec(line)?.[0].length ?? 0;
  for (const { 0: head, 1: first, 2: second, index: start } of line.matchAll(shape.head)) {
    const name = first ?? second ?? "";
    if (start < end || shape.mask(name, "") === undefined) continue;
    const begin = start + head.length;
    const rest = line.slice(begin);
    const value = rest.slice(0, shape.extent(rest, line[start - 1] ?? "", name));
    if (shape.mask(name, value) === undefined) continue;
    end = begin + value.length;
    yield { name, value, start, begin, end };
  }
}

/** A line with the values that it shows masked, and with what `rest` makes of all that stands about them. */
export function rewriteLine(line: string, shape: LineShape, rest: (text: string) => string): string {
  const label = LABEL.exec(line)?.[0] ?? "";
  const pieces = [label];
  let done = label.length;
  for (const { name, value, start, begin, end } of shownValues(line, shape)) {
    pieces.push(rest(line.slice(done, start)), line.slice(start, begin), shape.mask(name, value) ?? "");
    done = end;
  }
  pieces.push(rest(line.slice(done)));
  return pieces.join("");
}
