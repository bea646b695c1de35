/** A file that is to have another text. `path` is where it lies on this machine's disk. */
export type Change = {
  readonly path: string;
  /** The text as it was read; absent where the file is to be made. */
  readonly before?: string;
  readonly after: string;
};

/** What became of a change. A refusal leaves the file as it is. */
export type Outcome =
  | { readonly kind: "written"; readonly path: string; readonly backup?: string }
  | { readonly kind: "made"; readonly path: string }
  | { readonly kind: "unchanged"; readonly path: string }
  | { readonly kind: "refused"; readonly path: string; readonly why: string };
