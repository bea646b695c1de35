import type { Finding, Place } from "../model/finding.ts";
import { shortened } from "./phrases.ts";

/** Lines of one finding; the report has them all. */
const MOST_LINES = 8;
const LONGEST_TEXT = 160;

/** Where the settings of a finding stand, each with its line as it stands there: `/etc/environment:3  HTTP_PROXY=…`. */
export function placeLines({ args }: Pick<Finding, "args">): readonly string[] {
  const lines = linesOf(args);
  const left = lines.length - MOST_LINES;
  // Where only one would be left out, it is not.
  return left > 1 ? [...lines.slice(0, MOST_LINES), `and ${left} more`] : lines;
}

function linesOf(args: Finding["args"]): readonly string[] {
  if ("places" in args) return args.places.map(placeLine);
  if ("lines" in args) return args.lines.map(({ line, text }) => lineAt(`${args.path}:${line}`, text));
  if ("line" in args) return [lineAt(`${args.path}:${args.line}`, args.text)];
  if ("proxies" in args) {
    return args.proxies.flatMap((each) => (typeof each === "string" ? [] : each.places.map(placeLine)));
  }
  return [];
}

function placeLine({ name, value, source, text }: Place): string {
  return lineAt(source === "environment" ? "this shell" : source, text ?? `${name}=${value}`);
}

function lineAt(place: string, text: string): string {
  return `${place}  ${shortened(text, LONGEST_TEXT)}`;
}
