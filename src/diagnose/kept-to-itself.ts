import { isJvmOptions } from "../decide/names.ts";
import type { Setting } from "../model/setting.ts";

/** pam_env gives it to every login, and whoever sources it does so under `set -a` (domain-facts 4.6). */
const EXPORTED_WHOLE = "/etc/environment";

/** Whether the shell that sources a file takes a variable from it, and gives it to no program. */
export function isKeptToItself({ name, source, exported, flaw, resets }: Setting): boolean {
  if (source.kind !== "file" || source.loader !== "shell" || source.path === EXPORTED_WHOLE) return false;
  return !exported && flaw === undefined && resets === undefined && isForPrograms(name);
}

/** Other names may be the file's own, from which it makes those that programs read. */
function isForPrograms(name: string): boolean {
  return isJvmOptions(name) || /^(?:docker_)?(?:https?|ftp|all|no)_proxy$/i.test(name);
}
