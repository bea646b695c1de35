/**
 * A text as WHATWG reads URLs; `undefined` where it is none. In place of `URL.canParse`, which in Node 20,
 * once it has been asked a few thousand times, refuses every URL with a letter such as `ø` in it.
 */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
