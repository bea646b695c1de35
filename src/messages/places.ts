import type { Finding, Place } from "../model/finding.ts";

/** Lines of one finding; the report has them all. */
const MOST_PLACES = 8;
const LONGEST_TEXT = 160;

/** Where the settings of a finding stand, each with its line as it stands there: `/etc/environment:3  HTTP_PROXY=…`. */
export function wordsForPlaces({ args }: Pick<Finding, "args">): readonly string[] {
  const lines = linesOf(args);
  const left = lines.length - MOST_PLACES;
  // Where only one would be left out, it is not.
  return left > 1 ? [...lines.slice(0, MOST_PLACES), `and ${left} more`] : lines;
}

function linesOf(args: Finding["args"]): readonly string[] {
  if ("places" in args) return args.places.map(lineOf);
  if ("lines" in args) return args.lines.map(({ line, text }) => `${args.path}:${line}  ${cut(text)}`);
  if ("line" in args) return [`${args.path}:${args.line}  ${cut(args.text)}`];
  if ("proxies" in args)
    return args.proxies.flatMap((each) => (typeof each === "string" ? [] : each.places.map(lineOf)));
  return [];
}

function lineOf({ name, value, source, text }: Place): string {
  const place = source === "environment" ? "this shell" : source;
  return `${place}  ${cut(text ?? `${name}=${value}`)}`;
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
