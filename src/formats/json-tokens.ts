const BLANKS = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
const PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** A token of JSON that was looked for at a place: where it ends, or where the text ceases to be one. */
export type JsonToken = { readonly isWhole: boolean; readonly end: number };

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The offset of the first character from `from` on that is no white space of JSON. */
export function afterJsonBlanks(text: string, from: number): number {
  return endOf(BLANKS, text, from) ?? from;
}

/** The string that begins with the quotation mark at `from`. */
export function jsonString(text: string, from: number): JsonToken {
  let at = from + 1;
  while (true) {
    at = endOf(PLAIN, text, at) ?? at;
    if (text[at] === '"') return { isWhole: true, end: at + 1 };
    const next = endOf(ESCAPE, text, at);
    if (next === undefined) return { isWhole: false, end: at };
    at = next;
  }
}

/** The number, `true`, `false` or `null` at `from`. */
export function jsonWord(text: string, from: number): JsonToken {
  const end = endOf(WORD, text, from);
  return { isWhole: end !== undefined, end: end ?? from };
}
