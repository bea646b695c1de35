import { sentence } from "../../messages/phrases.ts";
import type { Report } from "../../model/report.ts";
import { ASKS_TITLE, asksIn } from "../told/network-asks.ts";
import type { Paint } from "./style.ts";
import { indented, wrapped } from "./text.ts";

const INDENT = 2;

/** What others are asked for, each with what was seen, to be copied as it stands; nothing where nobody is. */
export function askLines(report: Report, width: number, paint: Paint): readonly string[] {
  const told = asksIn(report);
  if (told === undefined) return [];
  const room = width - INDENT;
  const items = told.asks.flatMap(({ what, seen }) => {
    const [first = "", ...others] = [what, ...seen.map((each) => sentence(`seen ${each}`))].flatMap((text) =>
      wrapped(text, room - INDENT),
    );
    return [`- ${first}`, ...indented(others, INDENT)];
  });
  return [paint("strong", `${ASKS_TITLE}:`), ...indented([...wrapped(told.from, room), ...items], INDENT)];
}
