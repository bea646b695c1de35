/** A report's faces, by the names that `--format` takes. */
export const FORMATS = ["table", "json", "markdown", "html", "junit"] as const;
/** The name of a face. */
export type FormatName = (typeof FORMATS)[number];

/** The forms of what is no report: for a person, and for a program. */
export const SHEET_FORMATS = ["table", "json"] as const;

/** The faces of many machines' reports. */
export const FLEET_FORMATS = ["table", "json", "markdown", "html"] as const;
/** The name of one of them. */
export type FleetFormatName = (typeof FLEET_FORMATS)[number];
