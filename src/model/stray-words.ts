import { type Mark, maskAsOne } from "./mark.ts";

/** Where something begins within a list that is no part of one: an assignment, or an option behind a blank. */
const STRAY = /(?:^|(?<=[\s,|;"'\\]))[\w*][\w*.-]*=|(?<=\s)--?[^\s-]/;

/** What gives the list its name once more: a list stands behind it. */
const LIST_HEAD = /((?<![^\s,|;"'\\])(?:-e\s{0,9}|--env[=\s]\s{0,9})?no_proxy=)/i;

/** Docker's option for a variable, as a word of its own. */
const VARIABLE_OPTION = /((?<!\S)(?:-e|--env)(?=[\s=]))/;

/**
 * Hides what has come into a list from the words behind it, as quotes within quotes bring it there
 * (`localhost -e KEY=secret`): all from the first assignment or option on, since nobody can say where a secret ends.
 */
export function maskStrays(list: string, mark: Mark): string {
  return alternately(list, LIST_HEAD, (entries) => {
    const at = entries.search(STRAY);
    if (at < 0) return entries;
    const hide = (words: string) => maskAsOne(words, /[^\s"'\\=,|;@-]+/g, mark);
    return `${entries.slice(0, at)}${alternately(entries.slice(at), VARIABLE_OPTION, hide)}`;
  });
}

/** A text with an edit made of all that stands about what a pattern, whole in a group, finds. */
function alternately(text: string, kept: RegExp, edit: (piece: string) => string): string {
  return text
    .split(kept)
    .map((piece, index) => (index % 2 === 1 ? piece : edit(piece)))
    .join("");
}
