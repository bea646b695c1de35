import { keepMarkers, type Mark, maskAsOne } from "../model/mark.ts";
import { maskJvmOptions, maskListValue, maskPaths, maskProxyValue } from "../model/redact.ts";
import { namesTrustStore } from "../model/trust-settings.ts";
import { holdsJvmOptions, isKept, isOfSudo, namesProxy } from "./relevant.ts";

/** A setting's value without what is secret in it. */
export function maskValue(name: string, value: string, mark = keepMarkers): string {
  if (namesProxy(name)) return maskProxyValue(value, mark);
  if (isOfSudo(name)) return maskNames(value, mark);
  if (holdsJvmOptions(name)) return maskJvmOptions(value, mark);
  return namesTrustStore(name) ? maskPaths(value, mark) : maskListValue(value, mark);
}

/**
 * The value of a setting of which its grammar has cut off the end of a login: where it names a proxy, all of it stands
 * before the login's `@`.
 */
export function maskCutValue(name: string, value: string, mark = keepMarkers): string {
  return namesProxy(name) ? maskProxyValue(`${value}@`, mark).slice(0, -1) : maskValue(name, value, mark);
}

/** A list of names shows all of them; one in which options or values stand shows none but those of settings that are kept. */
function maskNames(list: string, mark: Mark): string {
  return /[=-]/.test(list)
    ? list.replace(/\S+/g, (word) => (isKept(word) ? word : maskAsOne(word, /[^"'\\=]+/g, mark)))
    : list;
}
