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
  readonly source: SettingSource;
};

/** A settings file's text, read with one grammar. */
export type SettingsFile = { readonly path: string; readonly loader: Loader; readonly text: string };

/** `path:line`, or `environment`. */
export function describeSource(source: SettingSource): string {
  return source.kind === "environment" ? "environment" : `${source.path}:${source.line}`;
}
