import { type FindingCode, isOfSettings } from "../model/finding.ts";
import type { Setting } from "../model/setting.ts";
import { isKeptToItself } from "./kept-to-itself.ts";

/** What keeps settings from being taken; whatever else is wrong with these shows only when it is mended. */
export const CONCEALING: ReadonlySet<FindingCode> = new Set([
  "pasted-label",
  "unquoted-value",
  "unexported-variable",
  "placeholder-left-in",
]);

/** Settings as they are meant in one respect more, and what can be said of them that was not seen before. */
type Meaning = { readonly settings: readonly Setting[]; readonly shows: (code: FindingCode) => boolean };

/**
 * The settings as whoever wrote them means them, step by step: first what a shell does not take is taken as its line
 * says, then what a shell keeps to itself is passed on, then an address stands where a placeholder does. No step where
 * it would change nothing.
 *
 * @param services the host of the Services machine, where it is known
 */
export function asMeant(settings: readonly Setting[], services: string | undefined): readonly Meaning[] {
  const taken = settings.some(isUntaken) ? asTaken(settings) : settings;
  const passedOn = taken.some(isKeptToItself) ? taken.map(asPassedOn) : taken;
  const filledIn = passedOn.some(hasPlaceholder)
    ? passedOn.map((each) => asFilledIn(each, services))
    : passedOn;
  return [
    ...(taken === settings ? [] : [{ settings: taken, shows: isOfSettings }]),
    ...(passedOn === taken ? [] : [{ settings: passedOn, shows: isOfSettings }]),
    // Of an address that nobody knows yet, no more can be said than what is not to go through it.
    ...(filledIn === passedOn ? [] : [{ settings: filledIn, shows: isBypassMissing }]),
  ];
}

function isBypassMissing(code: FindingCode): boolean {
  return code === "bypass-missing";
}

/** Of a value that is taken in part, the whole stands in its place. */
function asTaken(settings: readonly Setting[]): readonly Setting[] {
  const whole = new Set(settings.filter(isUntaken).map(placeOf));
  return settings.flatMap((setting) => {
    if (!isUntaken(setting))
      return setting.flaw === undefined && whole.has(placeOf(setting)) ? [] : [setting];
    const { flaw: _, ...meant } = setting;
    return [{ ...meant, exported: /\bexport\s/.test(setting.text ?? "") }];
  });
}

function asPassedOn(setting: Setting): Setting {
  return isKeptToItself(setting) ? { ...setting, exported: true } : setting;
}

const PLACEHOLDER = /<[^<>]{1,60}>/g;

function hasPlaceholder({ value }: Setting): boolean {
  return value.search(PLACEHOLDER) >= 0;
}

function asFilledIn(setting: Setting, services = "the-services-machine"): Setting {
  return { ...setting, value: setting.value.replace(PLACEHOLDER, (each) => standIn(each, services)) };
}

/** What is meant to stand there, or a name for it. */
function standIn(placeholder: string, services: string): string {
  if (/:/.test(placeholder)) return "the-proxy:3128";
  if (/port/i.test(placeholder)) return "3128";
  return /service/i.test(placeholder) ? services : "the-proxy";
}

function isUntaken({ flaw }: Setting): boolean {
  return flaw !== undefined && flaw !== "not-json";
}

function placeOf({ name, source }: Setting): string {
  return source.kind === "file" ? `${name} ${source.path}:${source.line} ${source.loader}` : "";
}
