import type { ProxySettings } from "./proxy-settings.ts";
import type { Recipe } from "./recipe.ts";

/** A file of a machine: its text with the login or without, as its settings have it. */
export type MachineFile = Pick<Recipe, "form" | "path" | "atFirstStart"> & {
  readonly comment: string;
  readonly text: string;
  readonly mode: 0o600 | 0o644;
  readonly holdsLogin: boolean;
};

/** Makes a file, which nobody but its owner may read where it holds a login. */
export function machineFile(recipe: Recipe, settings: ProxySettings): MachineFile {
  const { form, path, readBy, restart, write, atFirstStart } = recipe;
  const comment = `${readBy} ${restart}`;
  const text = write(settings, [comment]);
  // A JVM's options name the proxy by host and port.
  const holdsLogin = settings.hasLogin && form !== "jvm";
  return {
    form,
    path,
    comment,
    text,
    mode: holdsLogin ? 0o600 : 0o644,
    holdsLogin,
    ...(atFirstStart === undefined ? {} : { atFirstStart }),
  };
}
