import { REFERENCE } from "./assignment-line.ts";
import { isHarmless } from "./quoting.ts";

/** A word that is whole in double quotes, or has none: there a variable stands for its value. */
const SPELLED = /^(?:"([^"`\\]*)"|([^\s"'`\\;&|()<>]*))$/;

/**
 * The spelling of a word in which a variable stands, with a new value in place of an old one: what the variable gives
 * stays spelled by it. `undefined` where no variable stands, or where more changes than the text behind the last one
 * or before the first.
 */
export function respelled(spelling: string, old: string, value: string): string | undefined {
  const [, quoted, bare] = SPELLED.exec(spelling) ?? [];
  const inner = quoted ?? bare ?? "";
  const references = [...inner.matchAll(REFERENCE)];
  // Beside a variable that gives nothing here, what parts it from the rest would be missing where it gives something.
  if (old === "" || references.length === 0 || /["`\\$]/.test(value)) return undefined;
  const first = references[0]?.index ?? 0;
  const last = references.at(-1);
  const behind = inner.length - ((last?.index ?? 0) + (last?.[0].length ?? 0));
  const text = changedAtEnd(inner, behind, old, value) ?? changedAtStart(inner, first, old, value);
  if (text === undefined) return undefined;
  return quoted === undefined && isHarmless(text.replace(REFERENCE, "")) ? text : `"${text}"`;
}

/** `plain` characters at the end of `inner` are those of the value. */
function changedAtEnd(inner: string, plain: number, old: string, value: string): string | undefined {
  let same = 0;
  while (same < old.length && old[same] === value[same]) same++;
  const cut = old.length - same;
  return cut > plain ? undefined : inner.slice(0, inner.length - cut) + value.slice(same);
}

/** `plain` characters at the start of `inner` are those of the value. */
function changedAtStart(inner: string, plain: number, old: string, value: string): string | undefined {
  let same = 0;
  while (same < old.length && old[old.length - 1 - same] === value[value.length - 1 - same]) same++;
  const cut = old.length - same;
  return cut > plain ? undefined : value.slice(0, value.length - same) + inner.slice(cut);
}
