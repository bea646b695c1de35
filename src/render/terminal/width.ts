import stringWidth from "string-width";

/** What takes one column each in any terminal: most of what is ever shown, and found out fast. */
const NARROW = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff–—…→─✓✗]*$/;

/**
 * Columns that a line takes on a terminal, by Unicode's East Asian Width: wide characters and emoji two, combining
 * ones none, ambiguous ones one: as cli-table3 measures, for two measures in one table would not align. The line holds
 * no control characters.
 */
export function columnsTaken(line: string): number {
  return isNarrow(line) ? line.length : stringWidth(line);
}

/** Whether every character of a line is known to take one column. */
export function isNarrow(line: string): boolean {
  return NARROW.test(line);
}
