/** What was counted or weighed before each check. */
export type Curve = readonly number[];

/** How a curve went, once what is loaded and compiled at first is there. */
export type Growth = {
  /** The middle of what it was at first, and at the end. */
  readonly before: number;
  readonly after: number;
  /** By how much it grew with each check. */
  readonly each: number;
};

/** Of a curve: what comes first and tells nothing, and what is looked at at either end of the rest. */
const WARMING_UP = 0.2;
const END = 0.2;
/** The fewest whose middle one odd value does not move. */
const FEWEST = 3;

/** By how much a curve grows, told by the middles of its ends, which a few odd values do not move. */
export function growthOf(curve: Curve): Growth {
  const warm = curve.slice(Math.floor(curve.length * WARMING_UP));
  const long = Math.max(FEWEST, Math.floor(warm.length * END));
  const [before, after] = [median(warm.slice(0, long)), median(warm.slice(-long))];
  return { before, after, each: (after - before) / Math.max(1, warm.length - long) };
}

/** What a curve may grow by with each check, and what it comes to where nothing is lost. */
export type Most = { readonly each: number; readonly settled: number };

/**
 * Whether nothing is lost with each check: a curve grows no more, or it is still on its way to where it settles, as V8's
 * pages and its compiled code take some hundred checks to do.
 */
export function isFlat(curve: Curve, { each, settled }: Most): boolean {
  const growth = growthOf(curve);
  return growth.each <= each || growth.after <= settled;
}

function median(values: Curve): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
