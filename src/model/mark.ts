/** What stands in place of a secret of which no more is told. */
export const MASK = "***";

/**
 * Gives what stands in place of a secret: `***`, or `***1` with a number by which two that are equal are seen to be.
 * The secret is given whole, though only runs of its letters are hidden, so that a part of it has no number.
 */
export type Mark = {
  (secret: string): string;
  /** Whether a text is hidden already, so that it stays as it is; nothing is where this is missing. */
  readonly hides?: (text: string) => boolean;
};

const MARKERS = /\*{3}\d*/g;

/** Whether any of a text is hidden. */
export function holdsMask(text: string): boolean {
  return text.includes(MASK);
}

/** A text with a letter in place of each marker, as it was made of letters. */
export function withoutMarkers(text: string): string {
  return text.replace(MARKERS, "x");
}

/** The markers in a text, each once. */
export function markersIn(text: string): readonly string[] {
  return [...new Set(text.match(MARKERS))];
}

/** Whether a text is made of markers, and of signs about them. */
function isMasked(text: string): boolean {
  return holdsMask(text) && !/[\p{L}\p{N}]/u.test(text.replace(MARKERS, ""));
}

/** For texts that may be masked already: what carries a marker keeps it, and all else becomes `***`. */
export const keepMarkers: Mark = Object.assign(
  (secret: string) => {
    const [marker, another] = markersIn(secret);
    return marker !== undefined && another === undefined && isMasked(secret) ? marker : MASK;
  },
  { hides: isMasked },
);

/**
 * Numbers secrets by their first appearance, one as often as it appears. It is made once for each run, holds what it
 * was given, and takes nothing for masked already: a password may look like a marker.
 */
export function numbering(): Mark {
  const numbers = new Map<string, number>();
  return (secret) => {
    const number = numbers.get(secret) ?? numbers.size + 1;
    numbers.set(secret, number);
    return `${MASK}${number}`;
  };
}

/**
 * A mark for several rounds over one text: what one round has hidden, the next ones leave as it is, and
 * call what stands about it by the same marker.
 */
export function inRounds(mark: Mark): Mark {
  const given = new Set<string>();
  const round = (secret: string) => {
    const known = markersIn(secret).find((each) => given.has(each));
    if (known !== undefined) return known;
    const marker = mark(secret);
    given.add(marker);
    return marker;
  };
  const isGiven = (text: string) => isMasked(text) && markersIn(text).every((each) => given.has(each));
  return Object.assign(round, { hides: (text: string) => isGiven(text) || mark.hides?.(text) === true });
}

/** Hides all runs of a text that are one secret, which begins with the first of them and ends with the last. */
export function maskAsOne(text: string, runs: RegExp, mark: Mark): string {
  const found = [...text.matchAll(runs)];
  const last = found.at(-1);
  if (last === undefined) return text;
  return maskRuns(text, runs, text.slice(found[0]?.index, last.index + last[0].length), mark);
}

/** Puts the marker of a secret in place of runs of a text that belongs to it. */
export function maskRuns(text: string, runs: RegExp, secret: string, mark: Mark): string {
  // What hides nothing takes no number.
  if (text.match(runs)?.every((run) => mark.hides?.(run)) ?? true) return text;
  const marker = mark(secret);
  return text.replace(runs, (run) => (mark.hides?.(run) ? run : marker));
}
