import type { Severity } from "../../model/finding.ts";

/** What a piece of text is to say by its colour; glyphs and words tell the same without it. */
export type Tone = "plain" | "good" | "bad" | "warn" | "quiet" | "strong";

/** The tone of what a finding weighs. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  error: "bad",
  warning: "warn",
  info: "quiet",
};

/** Text with a tone: a glyph and words, legible without colour. */
export type Piece = { readonly tone: Tone; readonly text: string };

/** A blank at which no line is broken. */
export const GLUE = "\u00a0";
