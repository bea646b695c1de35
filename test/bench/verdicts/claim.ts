import type { FindingCode } from "../../../src/model/finding.ts";

/** What a checker says of a machine, in the terms that any checker can be held to. */
export type Claim = {
  /** That something is wrong. */
  readonly alarms: boolean;
  /** Origins (scheme, host and port) that it says are called wrongly, and hosts of which it says so whatever the port. */
  readonly blames: ReadonlySet<string>;
  /** Causes that it names, each by the codes that its words may stand for. */
  readonly causes: readonly ReadonlySet<FindingCode>[];
};

/** How things are. */
export type Truth = {
  /** Whether there is anything wrong, by who made it so. */
  readonly isWrong: boolean;
  /** Origins that the machine's components were seen to call, and whether each of them came there by its right way. */
  readonly called: ReadonlyMap<string, "rightly" | "wrongly">;
  /** Codes of what is wrong in itself. */
  readonly causes: ReadonlySet<FindingCode>;
  /** The same, and of all that follows from it. */
  readonly codes: ReadonlySet<FindingCode>;
};

/** In what a claim is right. */
export type Score = Readonly<Record<"whether" | "where" | "why", boolean>>;

/**
 * The rule, the same for all checkers.
 * - whether: it says that something is wrong if and only if something is.
 * - where: of the origins that were called, it blames those that were called wrongly, and no other.
 * - why: it names a cause, and none that has nothing to do with what is wrong; where nothing is wrong, it names none.
 */
export function scoreOf({ alarms, blames, causes }: Claim, truth: Truth): Score {
  const isOf = (codes: ReadonlySet<FindingCode>) => (cause: ReadonlySet<FindingCode>) =>
    [...cause].some((code) => codes.has(code));
  const isBlamed = (origin: string) => blames.has(origin) || blames.has(new URL(origin).hostname);
  return {
    whether: alarms === truth.isWrong,
    where: [...truth.called].every(([origin, how]) => isBlamed(origin) === (how === "wrongly")),
    why: causes.every(isOf(truth.codes)) && (causes.some(isOf(truth.causes)) || !truth.isWrong),
  };
}
