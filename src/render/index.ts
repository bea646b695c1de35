import type { Report } from "../model/report.ts";
import { renderJson } from "./json.ts";
import { renderTerminal, type TerminalOptions } from "./terminal/report.ts";

/** A report's faces, by the names that `--format` takes. */
export const FORMATS = ["table", "json"] as const;
/** The name of a face. */
type FormatName = (typeof FORMATS)[number];

/** One face: a report made text, ending with a line break. Those that suit no terminal ignore the options. */
type Renderer = (report: Report, options: TerminalOptions) => string;

/** The renderer of each format. */
export const RENDERERS: Readonly<Record<FormatName, Renderer>> = {
  table: renderTerminal,
  json: renderJson,
};

export type { TerminalOptions } from "./terminal/report.ts";
