import { scrub } from "../../model/redact.ts";

/** Text from anywhere as part of one line: line breaks and tabs become blanks, controls visible. */
export function oneLine(text: string): string {
  return scrub(text.replace(/[\r\n\t]+/g, " ")).trim();
}
