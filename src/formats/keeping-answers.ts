/** The most texts about which an answer is kept, where no more are wanted. */
const MOST_TEXTS = 16;

/** The longest of them, in UTF-16 code units: about a longer one more would be kept than the program itself takes. */
const LONGEST_TEXT = 16_384;

/**
 * A pure function of a text that keeps its answers about the last few. What a file says, what is wrong with it, and
 * the proof of an edit all ask for the same reading of the same text, one after the other; and a machine has a few
 * names and values, each in many places.
 */
export function keepingAnswers<T extends object | boolean>(
  answer: (text: string) => T,
  most = MOST_TEXTS,
): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (text.length > LONGEST_TEXT) return found;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= most) kept.delete(oldest);
    kept.set(text, found);
    return found;
  };
}
