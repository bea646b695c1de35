/** A value without the quotes and the white space at its ends that its loader has left on it. */
export type Unwrapped = {
  readonly inner: string;
  readonly quotes: boolean;
  readonly whiteSpace: boolean;
};

/** The quotes of a keyboard, and those that word processors put in their place. */
const QUOTES = new Set("\"'`“”„‟‘’‚‛«»");

/** Takes quotes and white space off both ends, in whatever order they stand there. */
export function unwrapped(value: string): Unwrapped {
  let start = 0;
  let end = value.length;
  while (start < end && isWrapping(value.charAt(start))) start++;
  while (end > start && isWrapping(value.charAt(end - 1))) end--;
  const off = [...value.slice(0, start), ...value.slice(end)];
  return {
    inner: value.slice(start, end),
    quotes: off.some((character) => QUOTES.has(character)),
    whiteSpace: off.some((character) => !QUOTES.has(character)),
  };
}

function isWrapping(character: string): boolean {
  return QUOTES.has(character) || /[\s\u200b]/.test(character);
}
