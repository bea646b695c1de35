import { directivesOf } from "./systemd-directives.ts";
import { readWords, withoutSpecifiers } from "./systemd-words.ts";

/** An empty directive: it takes back what its kind said before, in this file and in those that systemd reads before. */
export type UnitReset = { readonly resets: true; readonly line: number };

/**
 * A file of variables that a unit names; one that is `optional` may be missing. The path may hold the wildcards of
 * glob(7). Where it is `unknown`, it stands as it is written, with specifiers such as `%h` in it.
 */
export type UnitEnvironmentFile = {
  readonly path: string;
  readonly optional: boolean;
  readonly line: number;
  readonly unknown?: true;
};

/** A variable that a unit unsets (only where it has the `value`, if there is one) or passes on. */
export type UnitVariable = { readonly name: string; readonly value?: string; readonly line: number };

/** What the directives of one kind say, in order; an empty one is a reset. */
function* said<T>(
  text: string,
  key: string,
  read: (content: string, line: number) => readonly T[],
): Generator<T | UnitReset> {
  for (const { key: each, from, within } of directivesOf(text)) {
    if (each !== key) continue;
    const content = within.text.slice(from).trim();
    if (content === "") yield { resets: true, line: within.line };
    else yield* read(content, within.line);
  }
}

/**
 * `EnvironmentFile=` of a unit or drop-in (systemd.exec; `load-fragment.c`, `config_parse_unit_env_file`): the
 * whole line is one path, quotes and blanks included, and one that is not absolute is ignored.
 */
export function environmentFilesIn(text: string): readonly (UnitEnvironmentFile | UnitReset)[] {
  return [
    ...said(text, "EnvironmentFile", (content, line) => {
      const optional = content.startsWith("-");
      const written = optional ? content.slice(1) : content;
      const path = withoutSpecifiers(written);
      if (path === undefined) return [{ path: written, optional, line, unknown: true as const }];
      return isAbsolute(path) ? [{ path, optional, line }] : [];
    }),
  ];
}

/** systemd takes no path that leads upwards. */
function isAbsolute(path: string): boolean {
  return path.startsWith("/") && !path.split("/").includes("..");
}

/** `UnsetEnvironment=` of a unit or drop-in: the last word on its variables, whoever sets them. */
export function unsetIn(text: string): readonly (UnitVariable | UnitReset)[] {
  return [
    ...said(text, "UnsetEnvironment", (content, line) => variablesIn(content, line, /^(\w+)(?:=(.*))?$/s)),
  ];
}

/** `PassEnvironment=` of a unit or drop-in: what a service gets of the environment of systemd itself. */
export function passedIn(text: string): readonly (UnitVariable | UnitReset)[] {
  return [...said(text, "PassEnvironment", (content, line) => variablesIn(content, line, /^(\w+)$/))];
}

function variablesIn(content: string, line: number, form: RegExp): readonly UnitVariable[] {
  return [...readWords(content, 0)].flatMap(({ text }) => {
    const [, name, value] = form.exec(withoutSpecifiers(text) ?? "") ?? [];
    if (name === undefined || /^\d/.test(name)) return [];
    return [{ name, ...(value === undefined ? {} : { value }), line }];
  });
}
