const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** Columns of a terminal that a line takes, as Unicode's own properties have it. */
export function columnsOf(line: string): number {
  return graphemes(line).reduce((columns, each) => columns + widthOf(each), 0);
}

/** The characters of a line by the column at which each begins. */
export function byColumn(line: string): ReadonlyMap<number, string> {
  const placed = new Map<number, string>();
  let at = 0;
  for (const each of graphemes(line)) {
    placed.set(at, each);
    at += widthOf(each);
  }
  return placed;
}

function graphemes(line: string): readonly string[] {
  return [...SEGMENTER.segment(line)].map(({ segment }) => segment);
}

function widthOf(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
