import type { Piece } from "./tone.ts";

/** One entry of a table: pieces, each on lines of its own. */
export type Cell = readonly Piece[];

/** A column: its heading, and one cell for each row. */
export type Column = {
  readonly heading: string;
  readonly cells: readonly Cell[];
  /** Words may also be broken after this character. */
  readonly breakAfter?: string;
};
