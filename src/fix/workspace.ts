import type { Reading } from "../diagnose/judge.ts";
import { addEntry, removeEntry } from "../formats/entries.ts";
import { formatOf, readFaults, readSettings } from "../formats/index.ts";
import { jvmSplittingOf, readJvmOptions, setJvmProperty } from "../formats/jvm-options.ts";
import type { Patch } from "../model/fix.ts";
import type { Setting, SettingsFile } from "../model/setting.ts";

/** Settings as a patch finds them: what the shell exports, and the text of every file, nothing written. */
export type Workspace = {
  readonly environment: readonly Setting[];
  /** What running processes were started with. */
  readonly processes: readonly Setting[];
  readonly files: readonly SettingsFile[];
};

/** The workspace of what was discovered. */
export function workspaceOf(settings: readonly Setting[], files: readonly SettingsFile[]): Workspace {
  const from = (kind: Setting["source"]["kind"]) => settings.filter(({ source }) => source.kind === kind);
  return { environment: from("environment"), processes: from("process"), files };
}

/** The settings that the workspace's texts give, in the order of discovery. */
export function settingsIn(workspace: Workspace): readonly Setting[] {
  return [...workspace.environment, ...workspace.files.flatMap(readSettings), ...workspace.processes];
}

/** The settings, and where files cannot be read as they are meant. */
export function readingOf(workspace: Workspace): Reading {
  return { settings: settingsIn(workspace), fileFaults: workspace.files.flatMap(readFaults) };
}

/** The workspace as it would be with a patch; unchanged where the patch finds nothing to edit. */
export function applyPatch(workspace: Workspace, patch: Patch): Workspace {
  if (patch.file === "environment") {
    return { ...workspace, environment: exportedAlso(workspace.environment, patch) };
  }
  const text = editedText(workspace.files, patch);
  const before = workspace.files.find(({ path }) => path === patch.file)?.text;
  if (text === undefined || text === before) return workspace;
  const files = workspace.files.map((file) => (file.path === patch.file ? { ...file, text } : file));
  return { ...workspace, files };
}

/** A variable set once more, as a shell's `export` sets it. */
function exportedAlso(environment: readonly Setting[], { name, value }: Patch): readonly Setting[] {
  const source = { kind: "environment" } as const;
  const variable: Setting = { name, value, exported: true, source };
  const known = environment.some((each) => each.name === name);
  return known
    ? environment.map((each) => (each.name === name ? variable : each))
    : [...environment, variable];
}

/** The text is edited with the grammar that finds the setting at its line; a file may have two. */
function editedText(files: readonly SettingsFile[], patch: Patch): string | undefined {
  for (const { path, loader, text } of files) {
    if (path !== patch.file) continue;
    const { read, replace, insert } = formatOf({ loader, path });
    const assignments = read(text);
    if (patch.op === "set") {
      if (assignments.some(({ line }) => line === patch.line)) {
        return insert(text, patch.line ?? 0, patch.name, patch.value);
      }
      continue;
    }
    const found = assignments.find(({ name, line }) => name === patch.name && line === patch.line);
    if (found !== undefined) return replace(text, found.line, found.name, editedValue(found.value, patch));
  }
  return undefined;
}

/** A value with an entry of a list in it added or taken out: the list is the value, or a property among a JVM's options. */
export function editedValue(
  value: string,
  { op, name, property, value: entry }: Omit<Patch, "file" | "line">,
): string {
  const edit = op === "remove-entry" ? removeEntry : addEntry;
  if (property === undefined) return edit(value, entry, "no_proxy");
  const splitting = jvmSplittingOf(name);
  const list = readJvmOptions(value, splitting).findLast((option) => option.name === property)?.value ?? "";
  return setJvmProperty(value, property, edit(list, entry, "nonProxyHosts"), splitting);
}
