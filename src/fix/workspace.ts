import type { Reading } from "../diagnose/judge.ts";
import { addEntry, removeEntry } from "../formats/entries.ts";
import type { Assignment, Format } from "../formats/format.ts";
import { formatOf } from "../formats/index.ts";
import {
  jvmSplittingOf,
  meantJvmOptions,
  removeJvmProperty,
  setJvmProperty,
} from "../formats/jvm-options.ts";
import { readingOfFile } from "../formats/reading.ts";
import type { Patch } from "../model/fix.ts";
import { keepMarkers, type Mark } from "../model/mark.ts";
import { onceFor } from "../model/once-for.ts";
import type { CapturedFile, Setting, SettingsFile } from "../model/setting.ts";

/** Settings as a patch finds them: what the shell exports, and the text of every file, nothing written. */
export type Workspace = {
  readonly environment: readonly Setting[];
  /** What running processes were started with. */
  readonly processes: readonly Setting[];
  readonly files: readonly WorkspaceFile[];
  /** What stands for the secrets in the files' texts. */
  readonly mark: Mark;
};

/** A file of a workspace; with a `reading`, its text is not known, and no patch changes it. */
type WorkspaceFile = SettingsFile & { readonly reading?: Reading };

/** The workspace of what was discovered; without a mark, of texts that are masked already. */
export function workspaceOf(reading: Reading, files: readonly CapturedFile[], mark = keepMarkers): Workspace {
  const from = (kind: Setting["source"]["kind"]) =>
    reading.settings.filter(({ source }) => source.kind === kind);
  return {
    mark,
    environment: from("environment"),
    processes: from("process"),
    files: files.map((file) =>
      isWhole(file) ? file : { ...file, text: "", reading: readingIn(reading, file) },
    ),
  };
}

function isWhole(file: CapturedFile): file is SettingsFile {
  return file.text !== undefined;
}

/** What was read of one file. */
function readingIn({ settings, fileFaults }: Reading, file: Omit<CapturedFile, "text">): Reading {
  const isOf = (place: Omit<CapturedFile, "text" | "everyoneReads">) =>
    place.path === file.path && place.loader === file.loader && place.unit === file.unit;
  return {
    settings: settings.filter(({ source }) => source.kind === "file" && isOf(source)),
    fileFaults: fileFaults.filter(isOf),
  };
}

/** The settings that the workspace's texts give, in the order of discovery. */
export function settingsIn(workspace: Workspace): readonly Setting[] {
  return readingOf(workspace).settings;
}

/** The settings, and where files cannot be read as they are meant. */
export const readingOf = onceFor(({ environment, files, processes, mark }: Workspace): Reading => {
  const readings = files.map((file) => readingFrom(file, mark));
  return {
    settings: [...environment, ...readings.flatMap(({ settings }) => settings), ...processes],
    fileFaults: readings.flatMap(({ fileFaults }) => fileFaults),
  };
});

function readingFrom(file: WorkspaceFile, mark: Mark): Reading {
  return file.reading ?? readingOfFile(file, mark);
}

/** The workspace as it would be with a patch; unchanged where the patch finds nothing to edit. */
export function applyPatch(workspace: Workspace, patch: Patch): Workspace {
  if (patch.file === "environment") {
    return { ...workspace, environment: exportedAlso(workspace.environment, patch) };
  }
  const readings = workspace.files.filter(({ path }) => path === patch.file);
  if (readings.length === 0) return withNewFile(workspace, patch);
  const text = readings.some(({ reading }) => reading) ? undefined : editedText(readings, patch);
  if (text === undefined) return workspace;
  const files = workspace.files.map((file) => (file.path === patch.file ? { ...file, text } : file));
  return { ...workspace, files };
}

/** A variable set once more, as a shell's `export` sets it. */
function exportedAlso(environment: readonly Setting[], { op, name, value }: Patch): readonly Setting[] {
  if (op === "unset") return environment.filter((each) => each.name !== name);
  const source = { kind: "environment" } as const;
  const variable: Setting = { name, value, exported: true, source };
  const known = environment.some((each) => each.name === name);
  return known
    ? environment.map((each) => (each.name === name ? variable : each))
    : [...environment, variable];
}

/** A file that a patch makes; the unit whose drop-in it is reads it last. */
function withNewFile(workspace: Workspace, { file: path, loader, name, value }: Patch): Workspace {
  if (loader === undefined) return workspace;
  const [, unit] = /([^/]+\.service)\.d\//.exec(path) ?? [];
  const text = formatOf({ loader, path }).insert("", 0, name, value);
  const made: SettingsFile = { path, loader, text, ...(unit === undefined ? {} : { unit }) };
  return { ...workspace, files: [...workspace.files, made] };
}

/** The text is edited with the first grammar that makes a change of it; a file may have several. */
function editedText(files: readonly SettingsFile[], patch: Patch): string | undefined {
  for (const file of files) {
    const { text } = file;
    const edited = EDITS[patch.op](formatOf(file), text, patch);
    if (edited !== text) return edited;
  }
  return undefined;
}

type Edit = (format: Format, text: string, patch: Patch) => string;

const EDITS: { readonly [O in Patch["op"]]: Edit } = {
  set: setIn,
  unset: (format, text, patch) =>
    patch.property === undefined
      ? (format.remove?.(text, patch.line ?? 0, patch.name) ?? text)
      : edited(format, text, patch),
  "add-entry": edited,
  "remove-entry": edited,
  "remove-line": (format, text, { line = 0 }) => format.removeFault?.(text, line) ?? text,
};

/** In place where the name stands at the line, else as a new assignment behind it. */
function setIn(format: Format, text: string, patch: Patch): string {
  const { name, line = 0, value, property } = patch;
  const here = assignmentsIn(format, text).filter((each) => each.line === line);
  if (line > 0 && here.length === 0) return text;
  const same = here.findLast((each) => each.name === name);
  if (same === undefined) return format.insert(text, line, name, value);
  const wanted = property === undefined ? value : editedValue(same.value, patch);
  // Where a loader takes a part of the value, only the whole line can be set right.
  const replaced = same.flaw === undefined ? format.replace(text, line, name, wanted) : text;
  return replaced === text ? (format.restate?.(text, line, name, wanted) ?? text) : replaced;
}

/** A list, or a property among a JVM's options, with an edit made within it. */
function edited(format: Format, text: string, patch: Patch): string {
  const found = format.read(text).findLast(({ name, line }) => name === patch.name && line === patch.line);
  return found === undefined
    ? text
    : format.replace(text, found.line, found.name, editedValue(found.value, patch));
}

function assignmentsIn(format: Format, text: string): readonly Assignment[] {
  return [...format.read(text), ...(format.flawed?.(text) ?? [])];
}

/** A value with one thing in it changed: an entry of a list, or a property among a JVM's options. */
export function editedValue(
  value: string,
  { op, name, property, value: given }: Omit<Patch, "file" | "line">,
): string {
  const edit = op === "remove-entry" ? removeEntry : addEntry;
  if (property === undefined) return edit(value, given, "no_proxy");
  const splitting = jvmSplittingOf(name);
  if (op === "unset") return removeJvmProperty(value, property, splitting);
  if (op === "set") return setJvmProperty(value, property, given, splitting);
  const list = meantJvmOptions(value, splitting).findLast((option) => option.name === property)?.value ?? "";
  return setJvmProperty(value, property, edit(list, given, "nonProxyHosts"), splitting);
}
