import { distance } from "fastest-levenshtein";

/** So many edits make another word of it: two for every five characters. */
const MOST_EDITS = 0.4;
const MOST_NAMES = 3;
/** What is longer is no name that was mistyped. */
const LONGEST_WORD = 100;
const FAR = Number.NEGATIVE_INFINITY;

/**
 * `; did you mean misrouted-direct or misrouted-to-proxy?`, or nothing where no name is near: those that are spelled
 * most alike or begin so; where none is alike, those that share most words. Names of an earlier list go before those
 * of a later one.
 */
export function didYouMean(asked: string, ...lists: readonly (readonly string[])[]): string {
  if (asked.length > LONGEST_WORD) return "";
  for (const nearness of [alikeness, sharedWords]) {
    for (const names of lists) {
      const near = nearest(names, (name) => nearness(asked.toLowerCase(), name.toLowerCase()));
      if (near.length > 0) return meaning(near);
    }
  }
  return "";
}

/** The same or, where no name is near, all that there are. */
export function didYouMeanOneOf(
  asked: string,
  names: readonly string[],
  ...more: readonly (readonly string[])[]
): string {
  return didYouMean(asked, names, ...more) || `; there are ${names.join(", ")}`;
}

/** The question that ends a complaint. */
export function meaning(names: readonly string[]): string {
  return `; did you mean ${listed(names)}?`;
}

/** What is wrong with a word that is none of a few, in a sentence without its subject's name. */
export function notOneOf(asked: string, names: readonly string[]): string {
  return `"${asked}" is not one of ${names.join(", ")}${didYouMean(asked, names)}`;
}

/** The names that are nearest, three at most; none where all are at no nearness, which is minus infinity. */
function nearest(names: readonly string[], nearness: (name: string) => number): readonly string[] {
  const most = Math.max(...names.map(nearness));
  return most === FAR ? [] : names.filter((name) => nearness(name) === most).slice(0, MOST_NAMES);
}

function alikeness(word: string, name: string): number {
  return -editsTo(word, name);
}

function sharedWords(word: string, name: string): number {
  const theirs = wordsIn(name);
  const shared = wordsIn(word).filter((each) => theirs.some((other) => editsTo(each, other) <= 1));
  return shared.length === 0 ? FAR : shared.length;
}

/** Edits from what was typed to a name, or to its beginning where it was cut short; infinite where it is another word. */
function editsTo(word: string, name: string): number {
  if (word === "") return Number.POSITIVE_INFINITY;
  const start = bare(word);
  if (start.length > 1 && bare(name).startsWith(start)) return 1;
  const edits = Math.min(distance(word, name), ...swapped(word).map((each) => distance(each, name) + 1));
  return edits <= Math.max(word.length, name.length) * MOST_EDITS ? edits : Number.POSITIVE_INFINITY;
}

/** Without what parts the words: `no_proxy` begins `no-proxy-spaces`. */
function bare(text: string): string {
  return text.replace(/[-_ ]/g, "");
}

/** A word with two neighbouring letters changed about, which fingers do in one slip. */
function swapped(word: string): readonly string[] {
  return Array.from(
    word.slice(1),
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** `a, b or c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
