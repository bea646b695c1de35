import type { Report } from "../model/report.ts";
import type { FormatName } from "./formats.ts";
import type { JunitOptions } from "./junit/report.ts";
import type { TerminalOptions } from "./terminal/report.ts";

/** How a report is shown; each face takes of it what it needs. */
export type RenderOptions = TerminalOptions & JunitOptions;

/** One face: a report made text, ending with a line break. */
type Renderer = (report: Report, options: RenderOptions) => string;

/** Each face is loaded when it is asked for: of all that a run loads, a tenth is a page that few ask for. */
const LOADED: Readonly<Record<FormatName, () => Promise<Renderer>>> = {
  table: async () => (await import("./terminal/report.ts")).renderTerminal,
  json: async () => (await import("./json.ts")).renderJson,
  markdown: async () => (await import("./markdown/report.ts")).renderMarkdown,
  html: async () => (await import("./html/report.ts")).renderHtml,
  junit: async () => (await import("./junit/report.ts")).renderJunit,
};

/** The renderer of a format. */
export function rendererOf(format: FormatName): Promise<Renderer> {
  return LOADED[format]();
}
