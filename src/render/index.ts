import type { Report } from "../model/report.ts";
import type { FormatName } from "./formats.ts";
import { renderHtml } from "./html/report.ts";
import { renderJson } from "./json.ts";
import { renderTerminal, type TerminalOptions } from "./terminal/report.ts";

/** One face: a report made text, ending with a line break. Those that suit no terminal ignore the options. */
type Renderer = (report: Report, options: TerminalOptions) => string;

/** The renderer of each format. */
export const RENDERERS: Readonly<Record<FormatName, Renderer>> = {
  table: renderTerminal,
  json: renderJson,
  html: renderHtml,
};

export type { TerminalOptions } from "./terminal/report.ts";
