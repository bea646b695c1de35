import type { FileChange } from "../model/file-change.ts";
import type { Fix, Patch } from "../model/fix.ts";
import { holdsMask } from "../model/mark.ts";
import type { Setting } from "../model/setting.ts";
import { applyPatch, settingsIn, type Workspace } from "./workspace.ts";

/** The same settings twice: with the texts as they are, and with those on which the fixes were tried. */
type Workspaces = { readonly truth: Workspace; readonly tried: Workspace };

/**
 * The files as all verified fixes together leave them, in the order in which they are first changed. Each is read
 * once more: what was proved without the secrets must hold with them.
 */
export function changesOf({ truth, tried }: Workspaces, fixes: readonly Fix[]): readonly FileChange[] {
  const patches = fixes.filter(({ verdict }) => verdict === "verified").flatMap(({ patch }) => patch);
  const known = settingsIn(truth);
  const after = patches.flatMap((patch) => withLogin(patch, known) ?? []).reduce(applyPatch, truth);
  const proved = patches.reduce(applyPatch, tried);
  const paths = [...new Set(patches.map(({ file }) => file))];
  return paths.flatMap((path): readonly FileChange[] => {
    const old = textOf(truth, path);
    const fresh = textOf(after, path);
    const isProved = meaningOf(after, path) === meaningOf(proved, path);
    if (fresh === undefined || (fresh === old && isProved)) return [];
    const change: FileChange = {
      path,
      ...(old === undefined ? {} : { before: old }),
      after: fresh,
      ...(old === undefined && holdsLogin(after, path) ? { holdsLogin: true } : {}),
      ...(holdsLogin(truth, path) && !holdsLogin(after, path) ? { losesLogin: true } : {}),
    };
    return [isProved ? change : { ...change, unproved: true }];
  });
}

function textOf({ files }: Workspace, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}

/** What is read of a file, without how its lines look. */
function meaningOf(workspace: Workspace, path: string): string {
  return JSON.stringify(settingsOf(workspace, path).map(({ text: _, ...setting }) => setting));
}

function holdsLogin(workspace: Workspace, path: string): boolean {
  return settingsOf(workspace, path).some(({ credentials }) => credentials !== undefined);
}

function settingsOf(workspace: Workspace, path: string): readonly Setting[] {
  return settingsIn(workspace).filter(({ source }) => source.kind === "file" && source.path === path);
}

/**
 * A patch with the login that is masked in its value, of the setting that shows the same; `undefined` where none does.
 * It is written nowhere but into a file.
 */
function withLogin(patch: Patch, settings: readonly Setting[]): Patch | undefined {
  const { value } = patch;
  if (!holdsMask(value)) return patch;
  const [before = "", login = ""] = loginIn(value);
  const holder = settings.find(
    ({ credentials, value: known }) => credentials !== undefined && loginIn(known)[1] === login,
  );
  const secret = holder?.credentials?.reveal();
  if (secret === undefined || login === "") return undefined;
  return { ...patch, value: `${before}${secret}${value.slice(before.length + login.length)}` };
}

/** What stands before the login of a proxy's masked value, and the login without its `@`. */
function loginIn(value: string): readonly string[] {
  const [, before = "", login = ""] = /^(["'\s]*(?:[a-z][a-z0-9+.-]*:\/\/)?)(.*)@/is.exec(value) ?? [];
  return [before, login];
}
