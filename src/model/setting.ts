import type { Secret } from "./secret.ts";

/** The grammar that turned a file's text into settings; one file may be read by two. */
export const LOADERS = [
  "pam-env",
  "shell",
  "systemd",
  "env-file",
  "docker-options",
  "replicated-conf",
] as const;
/** The name of a grammar. */
export type Loader = (typeof LOADERS)[number];

/** Why a setting that a person would read is not taken by its loader: it is not exported, or its file is no JSON. */
export const FLAWS = ["not-exported", "not-json"] as const;
/** One of these reasons. */
export type Flaw = (typeof FLAWS)[number];

/** Where a setting stands. `line` counts from 1. */
export type SettingSource =
  | { readonly kind: "environment" }
  | { readonly kind: "file"; readonly path: string; readonly line: number; readonly loader: Loader };

/**
 * One name as spelled and its value as the loader reads it. Settings are never merged: which of two
 * spellings wins is what clients disagree about.
 */
export type Setting = {
  readonly name: string;
  /** Passwords are masked; every other character stands as it was. */
  readonly value: string;
  /** `user:password` of the value, when it holds credentials. */
  readonly credentials?: Secret;
  /** Whether a child process inherits it. */
  readonly exported: boolean;
  /** Why its loader does not take it, where that is not for want of an export. */
  readonly flaw?: Exclude<Flaw, "not-exported">;
  /** Takes back all that its loader read before it, as an empty `Environment=` of systemd does. */
  readonly resets?: true;
  readonly source: SettingSource;
};

/** A settings file's text, read with one grammar. */
export type SettingsFile = { readonly path: string; readonly loader: Loader; readonly text: string };

/** `path:line`, or `environment`. */
export function describeSource(source: SettingSource): string {
  return source.kind === "environment" ? "environment" : `${source.path}:${source.line}`;
}
