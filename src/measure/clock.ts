/** This machine's clock. */
export type Clock = () => Date;

/** A Date header has whole seconds: it was written somewhere within the one that it names. */
const HALF_A_SECOND = 500;

/**
 * How far the clock of who wrote a Date header is ahead of this machine's, in milliseconds; nothing where the
 * header is absent or not as RFC 9110 (5.6.7) has every sender write it. To be asked when the answer's head arrives.
 */
export function clockAhead(
  date: string | undefined,
  clock: Clock | undefined,
): { readonly clockAheadMs?: number } {
  if (date === undefined || clock === undefined) return {};
  const time = new Date(date);
  // A date that is none, or is spelled otherwise, does not come out as it went in.
  if (Number.isNaN(time.getTime()) || time.toUTCString() !== date) return {};
  return { clockAheadMs: time.getTime() + HALF_A_SECOND - clock().getTime() };
}
