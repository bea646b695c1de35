import { counted, shortened } from "../../messages/phrases.ts";
import type { Report } from "../../model/report.ts";
import { ASKS_TITLE, asksIn } from "../told/network-asks.ts";
import { oneLine } from "../told/one-line.ts";
import { prose } from "./text.ts";

/** Longest sentence that is asked or seen. */
const LONGEST_TEXT = 2000;

/** What others are asked for, in at most `room` characters: a list to be pasted into a ticket of theirs. */
export function asksWithin(report: Report, room: number): string {
  const told = asksIn(report);
  if (told === undefined) return "";
  const head = `\n### ${ASKS_TITLE}\n\n${text(told.from)}\n\n`;
  const rest = (count: number) => `- and ${counted(count, "more request")} for which there is no room here\n`;
  let left = room - head.length - rest(told.asks.length).length;
  const items = told.asks.map(({ what, seen }) =>
    [`- ${text(what)}\n`, ...seen.map((each) => `  - Seen ${text(each)}\n`)].join(""),
  );
  const fitting = items.findIndex((item) => {
    left -= item.length;
    return left < 0;
  });
  return fitting === -1
    ? `${head}${items.join("")}`
    : `${head}${items.slice(0, fitting).join("")}${rest(items.length - fitting)}`;
}

function text(sentence: string): string {
  return prose(shortened(oneLine(sentence), LONGEST_TEXT));
}
