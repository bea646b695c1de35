/** What stands in place of a word: of each kind of character that it has one, a number as a number. */
export function standIn(word: string): string {
  // The number of a step has at most three digits, so longer ones must stay longer.
  if (/^\d+$/.test(word)) return "0".repeat(Math.min(word.length, 4));
  return [...KINDS]
    .map(([kind, sign]) => ({ sign, place: word.search(kind) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place)
    .map(({ sign }) => sign)
    .join("");
}

/** What grammars tell apart in a name: some take no capitals, some no digits, some no underscore. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/[a-z]/, "w"],
  [/[A-Z]/, "W"],
  [/\d/, "0"],
  [/_/, "_"],
  [/[^\w]/u, "ŵ"],
];
