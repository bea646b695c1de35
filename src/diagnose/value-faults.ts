import { effectsOf } from "../decide/effects.ts";
import { isBypassList, isJvmOptions, isProxy } from "../decide/names.ts";
import { readersOf } from "../decide/readers.ts";
import type { Effect, FindingCode } from "../model/finding.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";
import type { Case } from "./evidence.ts";
import { placeholdersInJvmOptions, placeholdersInList } from "./placeholders.ts";
import { type ProxyFault, readProxyValue } from "./proxy-value.ts";
import { unwrapped } from "./wrapping.ts";

/** The codes that say exactly what is wrong with a value. */
const CODES = {
  placeholder: "placeholder-left-in",
  quotes: "literal-quotes",
  "white-space": "stray-whitespace",
  "other-scheme": "unsupported-proxy-scheme",
  "no-scheme": "proxy-scheme-missing",
  "no-port": "proxy-port-missing",
  "https-scheme": "proxy-scheme-https",
} as const satisfies Record<ProxyFault, FindingCode>;

/** One of these codes. */
export type ValueCode = (typeof CODES)[ProxyFault];

/** What is wrong with the value of a setting, whatever the setting is for; with the placeholders that stand in it. */
export type ValueFaults = { readonly codes: readonly ValueCode[]; readonly placeholders: readonly string[] };

const NO_FAULTS: ValueFaults = { codes: [], placeholders: [] };

/**
 * The exact faults of a setting's value. What its loader does not take has other findings, and of these only that a
 * placeholder was left in. What a running process was started with is not looked at: its files are.
 */
export function valueFaultsOf(the: Pick<Case, "components">, setting: Setting): ValueFaults {
  return faultsAmong(the.components)(setting);
}

const faultsAmong = onceFor((components: Case["components"]) =>
  onceFor((setting: Setting) => judged({ components }, setting)),
);

/** The settings of a case with a fault that a code names, of whichever code. */
export const faultySettings = onceFor((the: Case): readonly Setting[] =>
  the.settings.filter((setting) => valueFaultsOf(the, setting).codes.length > 0),
);

function judged(the: Pick<Case, "components">, setting: Setting): ValueFaults {
  if (setting.resets === true || setting.source.kind === "process") return NO_FAULTS;
  const { codes, placeholders } = faultsIn(the, setting);
  return setting.flaw === undefined
    ? { codes, placeholders }
    : { codes: codes.filter((code) => code === "placeholder-left-in"), placeholders };
}

function faultsIn(the: Pick<Case, "components">, setting: Setting): ValueFaults {
  const { name, value } = setting;
  if (isBypassList(name)) {
    const { inner, quotes, whiteSpace } = unwrapped(value);
    return inner === "" ? NO_FAULTS : named(placeholdersInList(inner, setting), { quotes, whiteSpace });
  }
  if (isJvmOptions(name)) {
    return named(placeholdersInJvmOptions(value, setting), {
      quotes: false,
      whiteSpace: value.endsWith("\r"),
    });
  }
  if (!isProxy(name)) return NO_FAULTS;
  const { faults, placeholders } = readProxyValue(setting);
  const spoken = [...faults].filter((fault) => fault !== "other-scheme" || !isUsable(the, setting));
  return { codes: spoken.map((fault) => CODES[fault]), placeholders };
}

function named(
  placeholders: readonly string[],
  { quotes, whiteSpace }: { readonly quotes: boolean; readonly whiteSpace: boolean },
): ValueFaults {
  return {
    codes: [
      ...(placeholders.length > 0 ? [CODES.placeholder] : []),
      ...(quotes ? [CODES.quotes] : []),
      ...(whiteSpace ? [CODES["white-space"]] : []),
    ],
    placeholders,
  };
}

/** Whether all that read a proxy of an unusual scheme speak its protocol. */
function isUsable(the: Pick<Case, "components">, setting: Setting): boolean {
  const effects = effectsOf(setting, readersOf(setting, the.components));
  const [scheme = ""] = /^[a-z0-9+.-]+/i.exec(unwrapped(setting.value).inner) ?? [];
  return effects.length > 0 && effects.every(({ does }) => speaks(does, scheme.toLowerCase()));
}

function speaks(does: Effect["does"], scheme: string): boolean {
  if (does.route !== "proxy") return false;
  const family = /^socks/.test(scheme) ? "socks" : `${scheme}:`;
  return does.proxy.startsWith(family);
}
