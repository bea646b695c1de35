/** Text from anywhere as roff shows it: hyphens that can be copied, no line that begins as a request does. */
export function roffText(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("`", "\\(ga")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti")
    .replace(/^([.'])/gm, "\\&$1");
}

/** A request's argument, in quotes. */
export function roffArgument(text: string): string {
  return `"${roffText(text).replaceAll('"', "\\(dq")}"`;
}

/** Lines that stand as they are. */
export function roffVerbatim(lines: readonly string[]): string {
  return [".nf", ".RS 4", ...lines.map(roffText), ".RE", ".fi"].join("\n");
}
