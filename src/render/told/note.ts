import type { Tone } from "./tone.ts";

/**
 * What a paragraph about a finding is about: where it stands, why it is so, what was measured, which setting chose, what follows
 * from it; the fix, what to type for it, where to keep it, what to do then; what to do where no setting helps, and of which hosts; what to ask of
 * others; what was tried in vain.
 */
export const NOTE_LABELS = [
  "at",
  "why",
  "seen",
  "cause",
  "so",
  "fix",
  "type",
  "keep",
  "then",
  "do",
  "where",
  "ask",
  "tried",
] as const;

/** Paragraphs of one kind. `tone` is that of the first line. */
export type Note = {
  readonly label: (typeof NOTE_LABELS)[number];
  readonly texts: readonly string[];
  readonly tone?: Tone;
};
