import { keepMarkers, MASK, type Mark } from "../model/mark.ts";

/** What stands for the secrets of one file: in the values of its settings, and in its text, which may spell them otherwise. */
export type FileMarks = { readonly value: Mark; readonly text: Mark };

/** For a file whose text is masked already, or of whose secrets no more is to be told than that they are hidden. */
export const KEEPING: FileMarks = { value: keepMarkers, text: keepMarkers };

/** In the text, those secrets are marked that were met in values before; of others it is not known what they mean. */
export function fileMarks(mark: Mark): FileMarks {
  const met = new Set<string>();
  const byBare = new Map<string, readonly string[]>();
  return {
    value: (secret) => {
      const bare = withoutQuoting(secret);
      if (!met.has(secret)) byBare.set(bare, [...(byBare.get(bare) ?? []), secret].slice(0, 2));
      met.add(secret);
      return mark(secret);
    },
    text: (spelled) => {
      const [one, another] = met.has(spelled) ? [spelled] : (byBare.get(withoutQuoting(spelled)) ?? []);
      return one === undefined || another !== undefined ? MASK : mark(one);
    },
  };
}

/** What is left where nothing but the signs differ by which grammars quote. */
function withoutQuoting(text: string): string {
  return text.replace(/["'\\]/g, "").replaceAll("%%", "%");
}
