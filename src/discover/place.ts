import type { Loader } from "../model/setting.ts";

/** Where settings lie on a machine, and which grammars they are read with, each on its own. */
export type SettingsPlace = {
  readonly files: readonly string[];
  /** Directories whose `*.conf` files are read, in the order of their names. */
  readonly directories?: readonly string[];
  readonly loaders: readonly Loader[];
};
