import type { Report } from "../model/report.ts";

/**
 * A report as JSON, as docs/report.md describes it: two blanks of indentation, a line break at the end.
 * Control and format characters are escaped, also those that JSON allows raw: the text may meet a terminal.
 */
export function renderJson(report: Report): string {
  const text = JSON.stringify(report, null, 2);
  return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** A character as JSON escapes it: one `\uXXXX` for each UTF-16 unit. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
