import type { Report } from "../model/report.ts";
import type { FormatName } from "./formats.ts";
import { renderHtml } from "./html/report.ts";
import { renderJson } from "./json.ts";
import { type JunitOptions, renderJunit } from "./junit/report.ts";
import { renderMarkdown } from "./markdown/report.ts";
import { renderTerminal, type TerminalOptions } from "./terminal/report.ts";

/** How a report is shown; each face takes of it what it needs. */
export type RenderOptions = TerminalOptions & JunitOptions;

/** One face: a report made text, ending with a line break. */
type Renderer = (report: Report, options: RenderOptions) => string;

/** The renderer of each format. */
export const RENDERERS: Readonly<Record<FormatName, Renderer>> = {
  table: renderTerminal,
  json: renderJson,
  markdown: renderMarkdown,
  html: renderHtml,
  junit: renderJunit,
};
