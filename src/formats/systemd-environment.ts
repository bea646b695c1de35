/** What `EnvironmentFile=` says at a line: a file, which may be missing where it is `optional`, or none of those before. */
export type EnvironmentFile =
  | { readonly path: string; readonly optional: boolean; readonly line: number }
  | { readonly resets: true; readonly line: number };

/** The `EnvironmentFile=` of a unit's `[Service]` sections, in order. `line` counts from 1. */
export function environmentFilesIn(text: string): readonly EnvironmentFile[] {
  let section = "";
  return text.split(/\r?\n/).flatMap((raw, index): readonly EnvironmentFile[] => {
    const content = raw.trim();
    if (content.startsWith("[")) section = content;
    const [, value] = /^EnvironmentFile[ \t]*=(.*)$/.exec(content) ?? [];
    if (section !== "[Service]" || value === undefined) return [];
    const [, dash, path = ""] = /^(-?)(.*)$/.exec(value.trim()) ?? [];
    const line = index + 1;
    return [path === "" ? { resets: true, line } : { path, optional: dash === "-", line }];
  });
}
