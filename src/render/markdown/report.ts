import { shortened } from "../../messages/phrases.ts";
import type { Report } from "../../model/report.ts";
import { type Told, toldInOrder } from "../told/in-order.ts";
import { oneLine } from "../told/one-line.ts";
import { overviewOf } from "../told/overview.ts";
import { wordsForReading, wordsForUnread } from "../told/reading.ts";
import { evidenceOf } from "./evidence.ts";
import { findingsWithin } from "./findings.ts";
import { foldsWithin } from "./fold.ts";
import { asksWithin } from "./network-asks.ts";
import { prose } from "./text.ts";

/** What GitHub takes for the text of an issue, in characters. */
export const LONGEST = 65_536;

/** Kept for the evidence, however much is found: enough for its titles and the first rows. */
const FOR_EVIDENCE = 20_000;

/** Kept for what others are asked for. */
const FOR_ASKS = 10_000;

/** Longest text of a paragraph on top, and how many of one kind. As code, a text is three times as long at the most. */
const LONGEST_TEXT = 500;
const MOST_LINES = 6;

/** How much of a report is told in Markdown: with its evidence, where nothing else is said. */
type MarkdownOptions = { readonly detail?: "full" | "findings-only" };

/**
 * A report to be pasted into a ticket, as GitHub, GitLab and Jira read Markdown: the verdict, what is wrong first and
 * what to do on top, then every finding and what others are asked for, then the evidence folded away. Whatever came from a network or a file stands
 * as code, so that none of it is markup. Never longer than `LONGEST`: the evidence is shortened first, and says so.
 */
export function renderMarkdown(report: Report, { detail = "full" }: MarkdownOptions = {}): string {
  const told = toldInOrder(report.findings);
  const top = overview(report, told);
  const asks = asksWithin(report, FOR_ASKS);
  const findings = findingsWithin(report, told, LONGEST - FOR_EVIDENCE - top.length - asks.length);
  const evidence = detail === "full" ? evidenceOf(report) : [];
  const room = LONGEST - top.length - findings.length - asks.length;
  return `${top}${findings}${asks}${foldsWithin(evidence, room)}`;
}

function overview(report: Report, told: readonly Told[]): string {
  const { verdict, subject, egress, incomplete, first, next } = overviewOf(report, told);
  const reading = report.judges === "settings" ? wordsForReading(report) : [];
  const parts = [
    ["", subject],
    ...lines([...egress, ...reading]).map((text) => ["", text]),
    ...lines([...incomplete, ...wordsForUnread(report)]).map((text) => ["**Note:** ", text]),
    ...lines(first).map((text) => ["**First:** ", text]),
    ...lines(next).map((text) => ["**Next:** ", text]),
  ];
  return `## ${prose(verdict)}\n${parts.map(([head = "", text = ""]) => `\n${paragraph(head, text)}\n`).join("")}`;
}

function lines(texts: readonly string[] | string | undefined): readonly string[] {
  const all = texts === undefined ? [] : [texts].flat();
  return all.length <= MOST_LINES
    ? all
    : [...all.slice(0, MOST_LINES), `and ${all.length - MOST_LINES} more`];
}

function paragraph(head: string, text: string): string {
  return `${head}${prose(shortened(oneLine(text), LONGEST_TEXT))}`;
}
