/**
 * A value as JSON: two blanks of indentation, a line break at the end. Control and format characters are escaped, also
 * those that JSON allows raw: the text may meet a terminal.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** A character as JSON escapes it: one `\uXXXX` for each UTF-16 unit. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
