import { maskCredentials, maskJvmOptions, maskProxyValue } from "../model/redact.ts";
import { Secret } from "../model/secret.ts";
import type { Loader, Setting, SettingSource, SettingsFile } from "../model/setting.ts";
import { dockerOptions } from "./docker-options.ts";
import { envFile } from "./env-file.ts";
import type { Assignment, Format } from "./format.ts";
import { pamEnv } from "./pam-env.ts";
import { holdsJvmOptions, mattersToProxying, namesProxy } from "./relevant.ts";
import { replicatedConf } from "./replicated-conf.ts";
import { shell } from "./shell.ts";
import { systemd } from "./systemd.ts";

/** The grammar of every loader. */
export const FORMATS = {
  "pam-env": pamEnv,
  shell,
  systemd,
  "env-file": envFile,
  "docker-options": dockerOptions,
  "replicated-conf": replicatedConf,
} as const satisfies Record<Loader, Format>;

/** The settings of a file that decide about proxying, in the order in which they stand; passwords masked. */
export function readSettings({ path, loader, text }: SettingsFile): readonly Setting[] {
  const format: Format = FORMATS[loader];
  return [...format.read(text), ...(format.flawed?.(text) ?? [])]
    .filter(({ name, resets }) => resets === true || mattersToProxying(name))
    .map((assignment) => settingOf(assignment, { kind: "file", path, line: assignment.line, loader }));
}

/** A setting whose value shows no password: credentials of a proxy URL are kept apart, as a secret. */
export function settingOf(
  { name, value, exported, flaw, resets }: Omit<Assignment, "line">,
  source: SettingSource,
): Setting {
  const credentials = namesProxy(name) ? userinfoOf(value) : undefined;
  return {
    name,
    value: maskValue(name, value),
    ...(credentials === undefined ? {} : { credentials: new Secret(credentials) }),
    exported,
    ...(flaw === undefined ? {} : { flaw }),
    ...(resets === undefined ? {} : { resets }),
    source,
  };
}

/** A setting's value without what is secret in it. */
export function maskValue(name: string, value: string): string {
  if (namesProxy(name)) return maskProxyValue(value);
  return holdsJvmOptions(name) ? maskJvmOptions(value) : maskCredentials(value);
}

/** What stands before the last `@` of a proxy URL's authority, with or without a scheme; as it is spelled. */
function userinfoOf(value: string): string | undefined {
  const [, authority = ""] = /^\s*["']?(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s,/?#]*)/i.exec(value) ?? [];
  const at = authority.lastIndexOf("@");
  return at > 0 ? authority.slice(0, at) : undefined;
}
