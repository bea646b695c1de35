/**
 * A finding for its reader. `what`: one sentence on what goes wrong, with the host and who does it. `why`: its
 * cause, with the figures of the case. `remedy`: what to do where no change of a setting is proposed; `before`: of that,
 * what is to be done before others are asked, where it is they who have to act. Strings from a network or a file stand
 * in them as they came; whoever prints them scrubs them.
 */
export type FindingWords = {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly before?: string;
};
