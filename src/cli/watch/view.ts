import type { Watched } from "../../render/terminal/watch.ts";

/** Where a watching person looks. */
export type View = {
  /** What is being done just now. */
  readonly status: (text: string) => void;
  /** A round has ended. */
  readonly show: (watched: Watched) => void;
  /** Gives the terminal back as it was; may be called more than once. */
  readonly end: () => void;
};
