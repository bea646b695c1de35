import type { PrivateNames } from "./private-names.ts";
import { canonical, isPublicLabel, isPublicName, parted } from "./public-names.ts";
import type { Words } from "./words.ts";

/** Quotes, escapes, variables and masks, at which a program may join what stands about them. */
const JOINT = String.raw`\$\w+|\$\{[^{}\s]{0,256}\}|\*{3}\d*|[$"'\\\x60]`;
const QUOTES = "\"'\\`";
const RUN = new RegExp(String.raw`(?:${JOINT}|[\p{L}\p{M}\p{N}_.-])+`, "gu");
const LABEL = new RegExp(String.raw`${JOINT}|(?<label>[\p{L}\p{M}\p{N}_-]+)`, "gu");

/**
 * A line with words in place of what may be pieces of names: the grammar puts them together, or they go on in the next
 * line, so that nothing tells which are known. What the renaming has put there stays.
 *
 * @param original the line before it was renamed
 */
export function withoutPieces(
  renamed: string,
  original: string,
  { word, placeholders }: { readonly word: Words } & Pick<PrivateNames, "placeholders">,
): string {
  const stood = new Set(original.match(/[\p{L}\p{M}\p{N}_-]+/gu));
  const isPiece = (label: string, run: string) =>
    stood.has(label) &&
    !placeholders.has(canonical(label)) &&
    !isEverybodys(canonical(label), canonical(parted(run, QUOTES).inner));
  return renamed.replace(RUN, (run, at: number) => {
    if (!isJoined(run, at + run.length === renamed.length)) return run;
    return run.replace(LABEL, (all, label?: string) =>
      label !== undefined && isPiece(label, run) ? word(label) : all,
    );
  });
}

/** Quotes about a name join nothing; a backslash that ends the line does. */
function isJoined(run: string, endsLine: boolean): boolean {
  const { inner, end } = parted(run, QUOTES);
  return (endsLine && end.endsWith("\\")) || new RegExp(JOINT).test(inner);
}

function isEverybodys(label: string, run: string): boolean {
  return isPublicName(label) || isPublicLabel(label, run);
}
