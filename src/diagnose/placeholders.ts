import type { Setting } from "../model/setting.ts";

/** What instructions put where a value of one's own belongs, recognisable wherever it stands. */
const ANYWHERE = [
  // `<proxy-ip:port>`; a value that was cut short may have lost its end.
  /<[^<>,|]{1,80}(?:>|$)/g,
  /\{\{[^{}]{0,80}\}\}/g,
  // `[proxy]`: an address in brackets has two colons.
  /\[(?![\da-f.]{0,4}:[\da-f.]{0,4}:)[^[\]]{1,80}\]/gi,
  /(?<![\p{L}\p{N}])your[-_][\p{L}\p{N}_-]{1,60}/giu,
];

/** A variable's name where its value was meant. */
const VARIABLE = /\$(?:\{[A-Za-z_]\w{0,80}(?::?[-=?+][^{}]{0,80})?\}|[A-Za-z_]\w{0,80})/g;

/** The words of the page's own examples, without their brackets: as a host, as an entry, as a JVM's property. */
const WORD = /^(?:(?:proxy|services?|circleci|server|nomad|client)[-_](?:[a-z]{1,12}[-_]){0,3}ip|ip)$/i;
/** `http://ip:port`, `proxy-ip:3128`. */
const HOST = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^@]{0,200}@)?([^:/@\s]{1,60})(?::|\/|$)/i;
const PORT = /:((?:proxy[-_]?)?port)\/?$/i;

/** Placeholders in a value of a proxy, each once. */
export function placeholdersInProxy(value: string, setting: Setting): readonly string[] {
  const place = value.slice(value.lastIndexOf("@") + 1);
  const host = HOST.exec(value.slice(0, 512))?.[1];
  return distinct([
    ...found(value, ANYWHERE),
    ...(expands(setting) ? [] : found(place, [VARIABLE])),
    ...(host !== undefined && WORD.test(host) ? [host] : []),
    ...(PORT.exec(place.slice(-64))?.slice(1) ?? []),
  ]);
}

/** Placeholders in a list of exceptions, each once. */
export function placeholdersInList(value: string, setting: Setting): readonly string[] {
  const entries = value.split(/[,\s|]+/);
  return distinct([
    ...found(value, ANYWHERE),
    ...(expands(setting) ? [] : found(value, [VARIABLE])),
    ...entries.filter((entry) => WORD.test(entry)),
  ]);
}

/** Placeholders in a JVM's options, each once. */
export function placeholdersInJvmOptions(value: string, setting: Setting): readonly string[] {
  const properties = [...value.matchAll(/-D[\w.]{1,60}(?:Host|Port|Hosts)=(\S{1,4096})/g)];
  return distinct([
    ...found(value, ANYWHERE),
    ...(expands(setting) ? [] : found(value, [VARIABLE])),
    ...properties
      .flatMap(([, list = ""]) => list.split("|"))
      .filter((entry) => WORD.test(entry) || /^(?:proxy[-_]?)?port$/i.test(entry)),
  ]);
}

/** A shell has put in what it knows; of a line that it does not take, it is not known what it would have. */
function expands({ source }: Setting): boolean {
  return source.kind === "file" && source.loader === "shell";
}

function found(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => match));
}

/** Each once, and none that is a part of another. */
function distinct(texts: readonly string[]): readonly string[] {
  const once = [...new Set(texts)].slice(0, MOST);
  return once.filter((text) => !once.some((other) => other !== text && other.includes(text)));
}

/** No one reads more of them. */
const MOST = 50;
