import { isAboutProxies } from "../decide/names.ts";
import type { Setting } from "../model/setting.ts";

/** Whether what stops a shell, or makes text of its lines, keeps this proxy setting of a file from being read. */
export function isUnreadIn(path: string): (setting: Setting) => boolean {
  return ({ name, flaw, source }) =>
    isAboutProxies(name) &&
    (flaw === "syntax-error" || flaw === "in-here-document") &&
    source.kind === "file" &&
    source.path === path;
}
