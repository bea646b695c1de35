import { domainToASCII } from "node:url";
import type { Keyed } from "./keyed.ts";
import { canonical } from "./public-names.ts";

/** What stands in place of a label of a name, or of another word: of the same kind, and in the same case of letters. */
export type Words = (label: string) => string;

/** Parts of labels at which an entry of a list may cut one: where a label ends or begins with them, so does its word. */
export type Fragments = { readonly ends: ReadonlySet<string>; readonly beginnings: ReadonlySet<string> };

/** Sounds of which a word is made, each a consonant and a vowel. */
const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";
const SYLLABLES = 3;

/** Longest label that becomes a short word; what is longer stays as long, since it may be too long for a label. */
const LONGEST_SHORT = 30;

/**
 * A word for each label, one for all its spellings, and none that `taken` holds.
 *
 * @param taken what stands for itself, in lower case
 */
export function wordsBy(keyed: Keyed, taken: ReadonlySet<string>, { ends, beginnings }: Fragments): Words {
  const made = new Map<string, string>();
  const used = new Set(taken);
  const wordFor = (label: string): string => {
    const known = made.get(label);
    if (known !== undefined) return known;
    const end = longest(ends, (part) => part.length < label.length && label.endsWith(part));
    const start = longest(beginnings, (part) => part.length < label.length && label.startsWith(part));
    const word = fresh(label, (drawn) => {
      const middle = shaped(label, drawn);
      if (end !== undefined) return `${middle}${wordFor(end)}`;
      return start === undefined ? middle : `${wordFor(start)}${middle}`;
    });
    made.set(label, word);
    used.add(word);
    return word;
  };
  const fresh = (label: string, make: (drawn: Uint8Array) => string): string => {
    for (let round = 0; ; round++) {
      const word = make(keyed("word", `${round} ${label}`));
      if (!used.has(word)) return word;
    }
  };
  return (label) => {
    const word = inCaseOf(label, wordFor(canonical(label)));
    return /^xn--/i.test(label) ? domainToASCII(word) || word : word;
  };
}

function longest(parts: ReadonlySet<string>, fits: (part: string) => boolean): string | undefined {
  return [...parts].filter(fits).sort((one, other) => other.length - one.length)[0];
}

/** A word with what clients tell labels by: only digits, an underscore, hyphens at the ends, letters beyond ASCII, length. */
function shaped(label: string, drawn: Uint8Array): string {
  if (/^\d+$/.test(label)) return digits(drawn, Math.max(label.length, 6));
  const [start = ""] = /^-+/.exec(label) ?? [];
  const [end = ""] = /-+$/.exec(label.slice(start.length)) ?? [];
  const sounds = [...Array(SYLLABLES).keys()].map((at) =>
    syllable(drawn[at * 2] ?? 0, drawn[at * 2 + 1] ?? 0),
  );
  const plain = sounds.join(label.includes("_") ? "_" : "");
  const word = /[^\p{ASCII}]/u.test(label) ? `${plain.slice(0, -1)}ü` : plain;
  const long = label.length > LONGEST_SHORT ? word.padEnd(label.length, plain.replace(/_/g, "")) : word;
  return `${start}${long}${end}`;
}

function syllable(one: number, other: number): string {
  return `${CONSONANTS[one % CONSONANTS.length]}${VOWELS[other % VOWELS.length]}`;
}

function digits(drawn: Uint8Array, length: number): string {
  return [...Array(length).keys()].map((at) => ((drawn[at % 32] ?? 0) % 9) + 1).join("");
}

function inCaseOf(label: string, word: string): string {
  const isUpper = (letter: string) => letter !== letter.toLowerCase();
  if (label === label.toUpperCase() && isUpper(label.replace(/[^\p{L}]/gu, ""))) return word.toUpperCase();
  return [...word].map((letter, at) => (isUpper(label[at] ?? "") ? letter.toUpperCase() : letter)).join("");
}
