/** A report's faces, by the names that `--format` takes. */
export const FORMATS = ["table", "json", "markdown", "junit"] as const;
/** The name of a face. */
export type FormatName = (typeof FORMATS)[number];
