import type { Secret } from "./secret.ts";

/** The grammar that turned a file's text into settings; one file may be read by two. */
export const LOADERS = [
  "pam-env",
  "shell",
  "systemd",
  "env-file",
  "docker-options",
  "replicated-conf",
  "docker-daemon-json",
  "docker-config-json",
  "one-value",
  "apt-conf",
  "wgetrc",
  "curlrc",
  "git-config",
  "aws-config",
  "sudoers",
] as const;
/** The name of a grammar. */
export type Loader = (typeof LOADERS)[number];

/**
 * Why a setting that a person would read is not taken by its loader as it stands: it is not exported; its file is
 * no JSON; its value is not in quotes, and the shell takes a part of it for commands or files; its loader cannot read its
 * line, or has stopped before; it is text of a here-document.
 */
export const FLAWS = ["not-exported", "not-json", "unquoted", "syntax-error", "in-here-document"] as const;
/** One of these reasons. */
export type Flaw = (typeof FLAWS)[number];

/** Where a setting stands. `line` counts from 1. */
export type SettingSource =
  | {
      /** What kind of place it is. */
      readonly kind: "environment";
    }
  | {
      /** What kind of place it is. */
      readonly kind: "file";
      /** Where the file lies. */
      readonly path: string;
      /** Counts from 1. */
      readonly line: number;
      /** The grammar that read the file. */
      readonly loader: Loader;
      /** The systemd unit that reads the file, for example `docker.service`. */
      readonly unit?: string;
      /** Every user of the machine may read the file. */
      readonly everyoneReads?: true;
    }
  | {
      /** What kind of place it is. */
      readonly kind: "process";
      /** Process id. */
      readonly pid: number;
      /** Name of the executable, for example `dockerd`. */
      readonly program: string;
      /** Where in what the process was given. */
      readonly part: "environment" | "command-line";
    };

/**
 * One name as spelled and its value as the loader reads it. Settings are never merged: which of two
 * spellings wins is what clients disagree about.
 */
export type Setting = {
  /** As it is spelled. */
  readonly name: string;
  /** Secrets are masked, equal ones by the same marker (`***1`); every other character stands as it was. */
  readonly value: string;
  /** `user:password` of the value, when it holds credentials; shown as the marker of its secret. */
  readonly credentials?: Secret;
  /** Whether a child process inherits it. */
  readonly exported: boolean;
  /** Why its loader does not take it, where that is not for want of an export. */
  readonly flaw?: Exclude<Flaw, "not-exported">;
  /** Takes back all that its loader read before it, as an empty `Environment=` of systemd does. */
  readonly resets?: true;
  /** Of a setting in a file: the line where it begins, as it stands, without secrets. */
  readonly text?: string;
  /** Where it stands. */
  readonly source: SettingSource;
};

/** A settings file's text, read with one grammar. */
export type SettingsFile = {
  /** Where the file lies. */
  readonly path: string;
  /** The grammar that read the file. */
  readonly loader: Loader;
  /** The line or the text as it stands, without secrets. */
  readonly text: string;
  /** The systemd unit that reads the file, for example `docker.service`. */
  readonly unit?: string;
  /** Every user of the machine may read the file. */
  readonly everyoneReads?: true;
};

/**
 * A settings file as a report holds it. Of its `text` the proxy settings are shown, credentials masked, and in place
 * of every other word stands a sign of the same kind, so that its loader reads of it what it reads of the true one.
 * Absent where no such text was found: then no fix changes the file.
 */
export type CapturedFile = Omit<SettingsFile, "text"> & {
  /** The line or the text as it stands, without secrets. */
  readonly text?: string;
};

/** What keeps a loader from reading a file as a person means it, where no setting stands. */
export const FAULT_KINDS = ["pasted-label", "pasted-command", "syntax-error", "not-on-one-line"] as const;

/**
 * `pasted-label`: the number of a step in instructions, as `2.)`. `pasted-command`: a command that was to write the
 * file, and stands in it. `syntax-error`: the loader cannot read on here, and takes nothing of what follows, of the
 * whole file or of this statement, or its program stops, as its grammar has it. `not-on-one-line`: the installer's script, which looks for
 * key, colon and value on one line with no blank before the colon, does not see the setting that begins here.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Why a program does not take a statement that names a proxy setting, where no more than that statement is lost. */
export const DROP_REASONS = [
  "no-assignment",
  "with-export",
  "blank-in-value",
  "per-cent-sign",
  "invalid-quoting",
  "unknown-key",
  "no-text",
  "outside-section",
  "byte-order-mark",
] as const;

/**
 * `no-assignment`: a blank or a colon stands between name and equals sign. `with-export`: the loader is no shell.
 * `blank-in-value`: systemd ends the value at it, and takes the rest for other words.
 * `per-cent-sign`: systemd takes it for the beginning of a specifier. `invalid-quoting`: a quote is never closed, or
 * an escape is not known. `unknown-key`: the program has no such key, or not there. `no-text`: a list, a number or the
 * like stands where it takes a text. `outside-section`: it does not stand in `[Service]`. `byte-order-mark`: that of UTF-8 begins the file, and is a part of the first word.
 */
export type DropReason = (typeof DROP_REASONS)[number];

/** One such place. `line` counts from 1; `text` is the line as it stands, without secrets. */
export type FileFault = {
  /** What kind of place it is. */
  readonly kind: FaultKind;
  /** Where the file lies. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** The grammar that read the file. */
  readonly loader: Loader;
  /** The line or the text as it stands, without secrets. */
  readonly text: string;
  /** Why this statement alone is not taken; absent where the loader may read no further. */
  readonly reason?: DropReason;
};

/** `path:line`, `environment`, or `dockerd (process 812)`. */
export function describeSource(source: SettingSource): string {
  switch (source.kind) {
    case "environment":
      return "environment";
    case "file":
      return `${source.path}:${source.line}`;
    case "process":
      return `${source.program} (process ${source.pid})`;
  }
}

/** `NAME (place)`: what names a setting to a person, and two readings of one place alike. */
export function describeSetting({ name, source }: Pick<Setting, "name" | "source">): string {
  return `${name} (${describeSource(source)})`;
}
