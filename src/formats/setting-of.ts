import { keepMarkers, markersIn } from "../model/mark.ts";
import { Secret } from "../model/secret.ts";
import type { Setting, SettingSource } from "../model/setting.ts";
import type { Assignment } from "./format.ts";
import { maskValue } from "./mask-value.ts";
import { namesProxy } from "./relevant.ts";

/** A setting whose value shows no password: credentials of a proxy URL are kept apart, as a secret. */
export function settingOf(
  { name, value, exported, flaw, resets }: Omit<Assignment, "line">,
  source: SettingSource,
  mark = keepMarkers,
  masking = maskValue,
): Setting {
  const credentials = namesProxy(name) ? userinfoOf(value) : undefined;
  const masked = masking(name, value, mark);
  return {
    name,
    value: masked,
    ...(credentials === undefined ? {} : { credentials: new Secret(credentials, loginMarker(masked)) }),
    exported,
    ...(flaw === undefined ? {} : { flaw }),
    ...(resets === undefined ? {} : { resets }),
    source,
  };
}

/** What stands for the secret in the login of a masked value. */
function loginMarker(masked: string): string | undefined {
  return markersIn(masked.slice(0, masked.lastIndexOf("@")))[0];
}

/** What stands before the last `@` of a proxy URL's authority, with or without a scheme; as it is spelled. */
function userinfoOf(value: string): string | undefined {
  const [, authority = ""] = /^\s*["']?(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s/?#]*)/i.exec(value) ?? [];
  const at = authority.lastIndexOf("@");
  return at > 0 ? authority.slice(0, at) : undefined;
}
