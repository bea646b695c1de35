import { withoutMarkers } from "../model/mark.ts";

/** How the value of an assignment is written. */
export type QuoteStyle = "bare" | "single" | "double";

/** Characters that no reader of settings files treats in any special way. */
const HARMLESS = /^[A-Za-z0-9_./:,@%+=-]*$/;

/** Whether a value may stand without quotes in a shell file, for pam_env and for systemd alike. */
export function isHarmless(value: string): boolean {
  // A marker stands for letters, and is to be written as they are.
  return HARMLESS.test(withoutMarkers(value));
}

/** The style in which a raw value begins. */
export function styleOf(raw: string): QuoteStyle {
  if (raw.startsWith('"')) return "double";
  return raw.startsWith("'") ? "single" : "bare";
}

/**
 * A value as pam_env and a shell both read it, in the wanted style if that style can hold it. `undefined`
 * where no form means the same to both: a value with `#` or a line ending (pam_env cuts it), or one that
 * would need a backslash (pam_env keeps it). Source: domain-facts 4.6.
 */
export function quoteForBoth(value: string, wanted: QuoteStyle): string | undefined {
  if (/[#\n\0]/.test(value)) return undefined;
  if (wanted === "bare" && isHarmless(value)) return value;
  const styles = wanted === "single" ? (["single", "double"] as const) : (["double", "single"] as const);
  for (const style of styles) {
    if (style === "double" && !/["$`\\]/.test(value)) return `"${value}"`;
    if (style === "single" && !value.includes("'")) return `'${value}'`;
  }
  return undefined;
}

/** A value as a shell reads it; as `quoteForBoth` writes it where that is possible. */
export function quoteForShell(value: string, wanted: QuoteStyle): string {
  const shared = quoteForBoth(value, wanted);
  if (shared !== undefined) return shared;
  if (wanted === "single" && !value.includes("'")) return `'${value}'`;
  return escapeInDoubleQuotes(value);
}

/** A value as systemd reads it from an EnvironmentFile, and a shell that sources the same file. */
export function quoteForEnvironmentFile(value: string, wanted: QuoteStyle): string {
  if (wanted === "bare" && isHarmless(value)) return value;
  if (wanted === "single" && !value.includes("'")) return `'${value}'`;
  return escapeInDoubleQuotes(value);
}

function escapeInDoubleQuotes(value: string): string {
  return `"${value.replace(/["$`\\]/g, "\\$&")}"`;
}
