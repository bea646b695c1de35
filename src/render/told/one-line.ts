import { scrub } from "../../model/redact.ts";

/**
 * Text from anywhere as part of one line: line breaks and tabs become blanks, controls visible, half a character what
 * terminals show for it.
 */
export function oneLine(text: string): string {
  return scrub(text.replace(/[\r\n\t]+/g, " ").replace(/\p{Cs}/gu, "\ufffd")).trim();
}
