import { directivesOf } from "./systemd-directives.ts";
import { withoutSpecifiers } from "./systemd-words.ts";

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

/**
 * `EnvironmentFile=` of a unit or drop-in (systemd.exec; `load-fragment.c`, `config_parse_unit_env_file`): the
 * whole line is one path, quotes and blanks included, and one that is not absolute is ignored.
 */
export function environmentFilesIn(text: string): readonly (UnitEnvironmentFile | UnitReset)[] {
  return [...directivesOf(text)].flatMap(
    ({ key, from, within }): readonly (UnitEnvironmentFile | UnitReset)[] => {
      if (key !== "EnvironmentFile") return [];
      const { line } = within;
      const content = within.text.slice(from).trim();
      if (content === "") return [{ resets: true, line }];
      const optional = content.startsWith("-");
      const written = optional ? content.slice(1) : content;
      const path = withoutSpecifiers(written);
      if (path === undefined) return [{ path: written, optional, line, unknown: true }];
      return isAbsolute(path) ? [{ path, optional, line }] : [];
    },
  );
}

/** systemd takes no path that leads upwards. */
function isAbsolute(path: string): boolean {
  return path.startsWith("/") && !path.split("/").includes("..");
}
