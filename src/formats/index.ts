import type { Mark } from "../model/mark.ts";
import type { FileFault, Loader, Setting, SettingsFile } from "../model/setting.ts";
import { aptConf } from "./apt-conf.ts";
import { awsConfig } from "./aws-config.ts";
import { markFaults } from "./byte-order-mark.ts";
import { curlrc } from "./curlrc.ts";
import { dockerConfigJson } from "./docker-config-json.ts";
import { dockerDaemonJson } from "./docker-daemon-json.ts";
import { dockerOptions } from "./docker-options.ts";
import { envFile } from "./env-file.ts";
import { KEEPING } from "./file-marks.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { gitConfig } from "./git-config.ts";
import { maskLine } from "./mask-line.ts";
import { maskCutValue, maskValue } from "./mask-value.ts";
import { oneValue } from "./one-value.ts";
import { pamEnv } from "./pam-env.ts";
import { isKept } from "./relevant.ts";
import { replicatedConf } from "./replicated-conf.ts";
import { settingOf } from "./setting-of.ts";
import { shell } from "./shell.ts";
import { sudoers } from "./sudoers.ts";
import { systemd } from "./systemd.ts";
import { wgetrc } from "./wgetrc.ts";

/** The grammar of every loader; of one whose files' names are those of their settings, by the file's name. */
export const FORMATS = {
  "pam-env": pamEnv,
  shell,
  systemd,
  "env-file": envFile,
  "docker-options": dockerOptions,
  "replicated-conf": replicatedConf,
  "docker-daemon-json": dockerDaemonJson,
  "docker-config-json": dockerConfigJson,
  "one-value": oneValue,
  sudoers,
  "apt-conf": aptConf,
  wgetrc,
  curlrc,
  "git-config": gitConfig,
  "aws-config": awsConfig,
} as const satisfies Record<Loader, Format | ((name: string) => Format)>;

/** The grammar of a file. */
export function formatOf({ loader, path }: Pick<SettingsFile, "loader" | "path">): Format {
  const format: Format | ((name: string) => Format) = FORMATS[loader];
  return typeof format === "function" ? format(path.slice(path.lastIndexOf("/") + 1)) : format;
}

/** The settings of a file that are kept, in the order in which they stand; passwords masked. */
export function readSettings({ text, ...file }: SettingsFile, marks = KEEPING): readonly Setting[] {
  const format = formatOf(file);
  const lines = linesOf(text, file.loader, marks.text);
  const assignments = [...format.read(text), ...(format.flawed?.(text) ?? [])].filter(
    ({ name, resets }) => resets === true || isKept(name),
  );
  // One line may spell the secrets of several settings, so that all values come before the first line.
  const read = assignments.map((assignment) => ({
    assignment,
    setting: settingOf(
      assignment,
      { kind: "file", ...file, line: assignment.line },
      marks.value,
      isCutInLogin(lines.at(assignment.line), assignment.value) ? maskCutValue : maskValue,
    ),
  }));
  return read.map(({ assignment, setting }) => ({
    ...setting,
    text: shownText(lines, assignment, setting.value),
  }));
}

/** Whether a comment that a person did not mean as one cuts a value before the `@` of its login. */
function isCutInLogin(line: string, value: string): boolean {
  const at = line.indexOf(value);
  return at >= 0 && !/\s$/.test(value) && /^[#;]\S*@/.test(line.slice(at + value.length));
}

/** Where a file is no text of its grammar. */
export function readFaults({ path, loader, text }: SettingsFile, keeping = KEEPING): readonly FileFault[] {
  const lines = linesOf(text, loader, keeping.text);
  const format = formatOf({ loader, path });
  const marks = markFaults(format, text);
  const others = format.faults?.(text) ?? [];
  // What stops at the mark stops no more without it.
  const isOther = ({ kind, line }: TextFault) =>
    kind !== "syntax-error" || !marks.some((mark) => mark.line === line);
  return [...marks, ...others.filter(isOther)].map(({ line, ...fault }) => ({
    ...fault,
    path,
    line,
    loader,
    text: lines.shown(line),
  }));
}

const LONGEST_LINE = 4096;

/** The lines of a text by their numbers, from 1: as they are, and as they may be shown. */
type Lines = {
  readonly at: (line: number) => string;
  readonly shown: (line: number) => string;
};

/** One line may hold many settings, and is masked once. */
function linesOf(text: string, loader: Loader, mark: Mark): Lines {
  const lines = text.split("\n");
  const masked = new Map<number, string>();
  const at = (line: number) => lines[line - 1] ?? "";
  const shown = (line: number) => {
    const known = masked.get(line) ?? maskLine(at(line).slice(0, LONGEST_LINE).trim(), loader, mark);
    masked.set(line, known);
    return known;
  };
  return { at, shown };
}

/** A line that is nothing but the value names no setting by which its words could be told from secrets. */
function shownText({ at, shown }: Lines, { value, line }: Assignment, masked: string): string {
  const isAll = value === at(line) && value.length <= LONGEST_LINE;
  return isAll ? masked.trim() : shown(line);
}
