import type { ProxySettings } from "./proxy-settings.ts";

/** The forms of settings that are generated; the names are public (`--form`). */
export const FORMS = [
  "shell",
  "systemd",
  "docker",
  "apt",
  "jvm",
  "replicated",
  "cloud-init",
  "terraform",
] as const;
/** The name of a form. */
export type Form = (typeof FORMS)[number];

/** How one file of a machine is made. */
export type Recipe = {
  readonly form: Form;
  /** Where the file lies on the machine. */
  readonly path: string;
  /** Who reads the file, in one sentence. */
  readonly readBy: string;
  /** What to do for it to be read, in one sentence. */
  readonly restart: string;
  /** The text, which begins with these lines as comments where its grammar has any. */
  readonly write: (settings: ProxySettings, comment: readonly string[]) => string;
  /** What a first start has to do with the file; without it, the file is written whole. */
  readonly atFirstStart?: "appended" | "left-out";
};
