/** A file that is to have another text. It holds the file's secrets, and enters no report. */
export type FileChange = {
  readonly path: string;
  /** The text as it was read; absent where the file is to be made. */
  readonly before?: string;
  readonly after: string;
  /** It is to be made, and a proxy's login stands in it: for its owner alone. */
  readonly holdsLogin?: true;
  /** The change takes the last login out of it, which its backup goes on holding. */
  readonly losesLogin?: true;
  /** What was proved on the text without secrets does not hold for this one: it is not to be written. */
  readonly unproved?: true;
};

/**
 * What became of a change. A refusal leaves the file as it is. `file` is the one that was written, where the links of
 * `path` end, and `backup` lies beside it.
 */
export type FileOutcome = { readonly path: string } & (
  | {
      readonly kind: "written";
      readonly file: string;
      readonly backup: string;
      /** The backup holds a login that the file holds no more, and is for its owner alone. */
      readonly isBackupClosed?: true;
    }
  | { readonly kind: "made" | "unchanged" }
  | { readonly kind: "refused"; readonly why: string }
);

/** A file that would be changed, and is not. */
export type PlannedFile = { readonly path: string; readonly kind: "planned" };
