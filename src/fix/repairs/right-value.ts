import { isBypassList, isJvmOptions, isProxy } from "../../decide/names.ts";
import { placeholdersInList } from "../../diagnose/placeholders.ts";
import { readProxyValue } from "../../diagnose/proxy-value.ts";
import { unwrapped } from "../../diagnose/wrapping.ts";
import { hostInUrl } from "../../model/host.ts";
import type { Installation } from "../../model/installation.ts";
import { holdsMask } from "../../model/mark.ts";
import type { Setting } from "../../model/setting.ts";
import { knownProxy, portAt } from "./known-proxies.ts";

/** What may be put in the place of what is missing. */
export type Knowledge = {
  readonly settings: readonly Setting[];
  /** Those that name no proxy which is out. */
  readonly trusted: readonly Setting[];
  readonly installation: Pick<Installation, "services">;
};

/** The schemes that are `http` or `https` with a letter missing, doubled or in another's place. */
const MISSPELLED_HTTP = /^(?:h{0,2}t{1,3}p{1,2}|hptt|htpt|thtp)s?$/;

/** The value that a setting was to have, wholly right; `undefined` where that cannot be known. */
export function rightValue(setting: Setting, knowledge: Knowledge): string | undefined {
  if (isProxy(setting.name)) return rightProxy(setting, knowledge);
  if (isBypassList(setting.name)) return withoutMask(rightList(setting, knowledge));
  // Options of a JVM are edited one by one but for the carriage return behind the last one.
  return isJvmOptions(setting.name) ? withoutMask(setting.value.replace(/\r{1,9}$/, "")) : undefined;
}

/** What is masked outside a login cannot be written again. */
function withoutMask(value: string | undefined): string | undefined {
  return value !== undefined && holdsMask(value) ? undefined : value;
}

function rightProxy(setting: Setting, knowledge: Knowledge): string | undefined {
  const { parts, placeholders } = readProxyValue(setting);
  if (placeholders.length > 0) return proxyInPlaceOf(setting, knowledge);
  if (parts === undefined) return undefined;
  const { scheme = "http", login, host } = parts;
  const port = parts.port ?? portAt(host, knowledge.settings);
  // Without a port, https means another one than http.
  if (scheme === "https" && port === undefined) return undefined;
  const isKnown = parts.port !== undefined && portAt(host, knowledge.settings) === parts.port;
  const isHttp = /^https?$/.test(scheme) || MISSPELLED_HTTP.test(scheme) || isKnown;
  const place = `${hostInUrl(host)}${port === undefined ? "" : `:${port}`}`;
  return `${isHttp ? "http" : scheme}://${login}${place}`;
}

/** The proxy of the variable that is named, or the one that the machine has besides. */
function proxyInPlaceOf(setting: Setting, knowledge: Knowledge): string | undefined {
  const named = variableIn(setting, knowledge.settings);
  if (named !== undefined) return rightProxy(named, knowledge);
  const known = knownProxy(knowledge.trusted);
  const port = /:(\d{1,5})\/?$/.exec(unwrapped(setting.value).inner.slice(-16))?.[1];
  if (known === undefined || (port !== undefined && Number(port) !== known.port)) return undefined;
  return `http://${known.login}${hostInUrl(known.host)}:${known.port}`;
}

function rightList(setting: Setting, knowledge: Knowledge): string | undefined {
  const { inner } = unwrapped(setting.value);
  const named = variableIn(setting, knowledge.settings);
  if (named !== undefined) return rightList(named, knowledge);
  return withServices(inner, placeholdersInList(inner, setting), knowledge);
}

/** A text with the Services machine in the place of what stands for it; `undefined` where anything else is missing. */
export function withServices(
  text: string,
  placeholders: readonly string[],
  { installation: { services } }: Knowledge,
): string | undefined {
  if (placeholders.length === 0) return text;
  const areAllServices = placeholders.every(
    (each) => /^[<[{]|-/.test(each) && /service|circleci/i.test(each) && !/nomad|client/i.test(each),
  );
  if (services === undefined || !areAllServices) return undefined;
  return placeholders.reduce((so, placeholder) => so.replaceAll(placeholder, services), text);
}

/** The variable of the same file for which a value is nothing but a name, as in `http_proxy=$HTTP_PROXY`. */
function variableIn({ value, source }: Setting, settings: readonly Setting[]): Setting | undefined {
  const [, braced, bare] = /^\$(?:\{(\w+)\}|(\w+))$/.exec(unwrapped(value).inner) ?? [];
  const name = braced ?? bare;
  return settings.findLast((other) => {
    const isBeside =
      other.source.kind === "file" && source.kind === "file" && other.source.path === source.path;
    return other.name === name && isBeside && !other.value.includes("$");
  });
}
