import { keepMarkers, MASK, type Mark } from "../model/mark.ts";

/** What stands for the secrets of one file: in the values of its settings, and in its text, which may spell them otherwise. */
export type FileMarks = { readonly value: Mark; readonly text: Mark };

/** For a file whose text is masked already, or of whose secrets no more is to be told than that they are hidden. */
export const KEEPING: FileMarks = { value: keepMarkers, text: keepMarkers };

/** In the text, those secrets are marked that were met in values before; of others it is not known what they mean. */
export function fileMarks(mark: Mark): FileMarks {
  const met = new Set<string>();
  return {
    value: (secret) => {
      met.add(secret);
      return mark(secret);
    },
    text: (spelled) => {
      const secret = met.has(spelled) ? spelled : meantBy(spelled, met);
      return secret === undefined ? MASK : mark(secret);
    },
  };
}

/** The one secret that differs from what is spelled in nothing but the signs by which grammars quote. */
function meantBy(spelled: string, secrets: ReadonlySet<string>): string | undefined {
  const bare = withoutQuoting(spelled);
  const meant = [...secrets].filter((secret) => withoutQuoting(secret) === bare);
  return meant.length === 1 ? meant[0] : undefined;
}

function withoutQuoting(text: string): string {
  return text.replace(/["'\\]/g, "").replaceAll("%%", "%");
}
