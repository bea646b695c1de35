import { meansNoProxy } from "../decide/means-no-proxy.ts";
import { readHost } from "../model/host.ts";
import { holdsMask } from "../model/mark.ts";
import type { Setting } from "../model/setting.ts";
import { placeholdersInProxy } from "./placeholders.ts";
import { unwrapped } from "./wrapping.ts";

/** What can be wrong with the value of a proxy, each with a code of its own. */
export type ProxyFault =
  | "placeholder"
  | "quotes"
  | "white-space"
  | "no-scheme"
  | "no-port"
  | "https-scheme"
  | "other-scheme";

/** The parts of a proxy's value. `login` ends in `@` or is empty; its password is masked. */
export type ProxyParts = {
  readonly scheme?: string;
  readonly login: string;
  readonly host: string;
  readonly port?: number;
};

/** A proxy's value, taken apart; no `parts` where it holds placeholders, or is malformed in yet another way. */
export type ProxyValue = {
  readonly faults: ReadonlySet<ProxyFault>;
  readonly placeholders: readonly string[];
  readonly parts?: ProxyParts;
};

const NO_FAULTS: ProxyValue = { faults: new Set(), placeholders: [] };

/** The one classification of a proxy's value; an empty one, and `DIRECT` and its like, have no faults. */
export function readProxyValue(setting: Setting): ProxyValue {
  const { inner, quotes, whiteSpace } = unwrapped(setting.value);
  if (meansNoProxy(inner)) return NO_FAULTS;
  const placeholders = placeholdersInProxy(inner, setting);
  const parts = placeholders.length > 0 ? undefined : partsOf(inner);
  const faults = new Set<ProxyFault>([
    ...(placeholders.length > 0 ? (["placeholder"] as const) : []),
    ...(quotes ? (["quotes"] as const) : []),
    ...(whiteSpace ? (["white-space"] as const) : []),
    ...(placeholders.some((each) => each.startsWith("<")) && !inner.includes("://")
      ? (["no-scheme"] as const)
      : []),
    ...(parts === undefined ? [] : faultsOfParts(parts)),
  ]);
  return { faults, placeholders, ...(parts === undefined ? {} : { parts }) };
}

/** Whether a value is meant to name a proxy, and nobody can say which, for all that is filled in. */
export function isMalformed(setting: Setting): boolean {
  const { parts, placeholders } = readProxyValue(setting);
  return parts === undefined && placeholders.length === 0 && !meansNoProxy(unwrapped(setting.value).inner);
}

function faultsOfParts({ scheme, port }: ProxyParts): readonly ProxyFault[] {
  if (scheme !== undefined && !/^https?$/.test(scheme)) return ["other-scheme"];
  return [
    ...(scheme === undefined ? (["no-scheme"] as const) : []),
    ...(scheme === "https" ? (["https-scheme"] as const) : []),
    ...(port === undefined ? (["no-port"] as const) : []),
  ];
}

function partsOf(value: string): ProxyParts | undefined {
  const [start = "", scheme] = /^(?:([a-z][a-z0-9+.-]{0,30}):\/\/|\/\/)/i.exec(value) ?? [];
  const rest = value.slice(start.length);
  const at = rest.lastIndexOf("@") + 1;
  const [place = "", ...tail] = rest.slice(at).split(/(?=[/?#])/);
  const [, written = "", digits = ""] = /^(\[[^\]]*\]|[^:]*)(?::(\d{0,6}))?$/.exec(place) ?? [];
  const host = holdsMask(written) ? undefined : readHost(written);
  const port = digits === "" ? undefined : Number(digits);
  const isDamaged = tail.join("").startsWith("//") || /^(?:https?|socks[45]?[ah]?)$/i.test(written);
  if (host === undefined || isDamaged || (port !== undefined && !(port > 0 && port <= 65_535))) {
    return undefined;
  }
  return {
    ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }),
    login: rest.slice(0, at),
    host,
    ...(port === undefined ? {} : { port }),
  };
}
