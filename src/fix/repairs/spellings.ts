import { proxiesIn } from "../../decide/named-proxies.ts";
import { isBypassList, isProxy } from "../../decide/names.ts";
import { unionOf } from "../../decide/same-value.ts";
import type { Circumstances } from "../../diagnose/judge.ts";
import { isKeptToItself } from "../../diagnose/kept-to-itself.ts";
import { isMalformed } from "../../diagnose/proxy-value.ts";
import { holdsStrays } from "../../formats/entries.ts";
import { describeSetting, type Setting } from "../../model/setting.ts";
import { isStarAlone } from "../../model/star-alone.ts";
import { settingsIn } from "../workspace.ts";
import { effective, isRepeatable } from "./effective.ts";
import { namesDeadProxy } from "./names-dead-proxy.ts";
import { assigned, type Repair } from "./repair.ts";

type SpellingCode = "uppercase-only-variable" | "empty-lowercase-variable" | "conflicting-case";

/** Puts the lower-case twin of a variable behind it, with the same value; beside one that no program is given, not yet. */
export const addTwin: Repair<SpellingCode> = ({ settings, workspace, circumstances }) => {
  const upper = settings.find(isUpper);
  if (upper === undefined || !isToSpread(upper, circumstances) || isKeptToItself(upper)) return [];
  // A placeholder is to be filled in first, not repeated.
  if (/<[^<>]*>/.test(upper.value)) return [];
  return effective([assigned({ ...upper, name: upper.name.toLowerCase() }, upper.value)], workspace);
};

/** Gives the empty lower-case variable what the upper-case one holds. */
export const fillLowerCase: Repair<SpellingCode> = ({ settings, workspace, circumstances }) => {
  const [upper, lower] = [settings.find(isUpper), settings.find(isLower)];
  if (upper === undefined || lower === undefined || !isToSpread(upper, circumstances)) return [];
  return effective([assigned(lower, upper.value)], workspace);
};

/** Makes both spellings say the same: lists both together, proxies what the rest of the machine says. */
export const reconcile: Repair<SpellingCode> = ({ settings, workspace, circumstances }) => {
  const [upper, lower] = [settings.find(isUpper), settings.find(isLower)];
  if (upper === undefined || lower === undefined) return [];
  if (isBypassList(upper.name)) {
    if (holdsStrays(upper.value) || holdsStrays(lower.value)) return [];
    // Every host and some hosts have no list in common that keeps both.
    if ([upper, lower].some(({ value }) => isStarAlone(value))) return [];
    const list = unionOf(upper.value, lower.value);
    return effective([assigned(upper, list), assigned(lower, list)], workspace);
  }
  const pair = new Set(settings.map(describeSetting));
  const others = settingsIn(workspace).filter((each) => !pair.has(describeSetting(each)));
  const isUsual = (setting: Setting) => isNamedBy(others, setting);
  const isDead = (setting: Setting) => namesDeadProxy(setting, circumstances);
  const isLowerRight = !isUsual(upper) && (isUsual(lower) || proxiesIn(upper).length === 0);
  const right = isDead(upper) || (isLowerRight && !isDead(lower)) ? lower : upper;
  if (isDead(right) || !isRepeatable(right) || proxiesIn(right).length === 0) return [];
  return effective([assigned(right === upper ? lower : upper, right.value)], workspace);
};

/** Whether a value is to be given to more readers: none with a secret, none to be mended first, no proxy that is out. */
function isToSpread(setting: Setting, circumstances: Circumstances): boolean {
  if (!isRepeatable(setting) || namesDeadProxy(setting, circumstances)) return false;
  return !(isProxy(setting.name) && isMalformed(setting));
}

function isUpper({ name }: Setting): boolean {
  return name === name.toUpperCase();
}

function isLower({ name }: Setting): boolean {
  return name === name.toLowerCase();
}

/** Whether settings besides name the same proxy. */
function isNamedBy(others: readonly Setting[], setting: Setting): boolean {
  const [proxy] = proxiesIn(setting);
  return others
    .filter(({ flaw, source }) => flaw === undefined && source.kind !== "process")
    .flatMap(proxiesIn)
    .some(({ address }) => address === proxy?.address);
}
