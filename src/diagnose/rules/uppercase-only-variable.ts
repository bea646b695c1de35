import { isProxy } from "../../decide/names.ts";
import { readersOf } from "../../decide/readers.ts";
import { readsLowerCaseOnly } from "../../decide/spelling.ts";
import type { Setting } from "../../model/setting.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { spellingsOf } from "../spellings.ts";

/**
 * A variable in upper case without its twin in lower case, where some of its readers know no other spelling. A list
 * of exceptions wants its twin only beside a proxy.
 */
export const uppercaseOnlyVariable: Rule<"uppercase-only-variable"> = (the) => {
  const stated = new Set(the.settings.map(placeAndName));
  const withProxy = new Set(
    the.settings.filter(({ name, value }) => isProxy(name) && value.trim() !== "").map(placeOf),
  );
  const alone = spellingsOf(the.settings).flatMap(({ upper, lower }) =>
    upper === undefined || lower !== undefined || upper.value.trim() === "" ? [] : [upper],
  );
  return oncePerPlace(alone)
    .filter((upper) => !stated.has(placeAndName({ ...upper, name: upper.name.toLowerCase() })))
    .filter((upper) => withProxy.has(placeOf(upper)))
    .flatMap((upper) => {
      const readers = readersOf(upper, the.components)
        .map(({ client }) => client)
        .filter((client) => readsLowerCaseOnly(client, upper.name));
      if (readers.length === 0) return [];
      const { args, ...common } = misset(the, [upper]);
      return [{ ...common, severity: "warning", args: { ...args, readers } }];
    });
};

function placeAndName(setting: Setting): string {
  return `${setting.name} ${placeOf(setting)}`;
}

/** Where a variable is looked for: a login shell has what pam_env, its profiles and whoever typed gave it. */
function placeOf({ source }: Setting): string {
  if (source.kind === "process") return `process ${source.pid}`;
  if (source.kind === "environment" || /^\/etc\/(?:environment$|profile)/.test(source.path)) return "login";
  return source.unit ?? source.path;
}
