import { effectsOf, together } from "../decide/effects.ts";
import { asVariables } from "../decide/environment.ts";
import { isProxy } from "../decide/names.ts";
import { readersOf } from "../decide/readers.ts";
import type { Because } from "../model/client.ts";
import type { Effect } from "../model/finding.ts";
import type { Misvalued, VainCalls } from "../model/finding-parts.ts";
import { groupBy } from "../model/group-by.ts";
import { attemptId } from "../model/observation.ts";
import { routeId } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import type { Case } from "./evidence.ts";
import { misset, oncePerPlace } from "./misset.ts";
import { vainCalls } from "./traffic.ts";
import { faultySettings, type ValueCode, valueFaultsOf } from "./value-faults.ts";

/** What findings about a value have in common. */
type ValueDraft = Omit<ReturnType<typeof misset>, "args"> & { readonly args: Misvalued };

/** One finding for each faulty value of a file, or of the environment, however many settings have it there. */
export function misvalued(the: Case, code: ValueCode): readonly ValueDraft[] {
  const faulty = faultySettings(the).filter((setting) => valueFaultsOf(the, setting).codes.includes(code));
  // What two grammars read at one place is one line to mend, though each may read another value.
  const alike = groupBy(oncePerPlace(faulty), ({ value, source }) =>
    JSON.stringify([source.kind === "file" ? source.path : source.kind, value]),
  );
  return [...alike.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    const { about, subject, args, evidence } = misset(the, [first, ...others]);
    const inVain = callsBrokenBy(the, same);
    return [
      {
        about,
        subject,
        args: { ...args, effects: effectsOfAll(the, same), ...(inVain && { inVain }) },
        evidence: [...evidence, ...attemptsBy(the, same)],
      },
    ];
  });
}

/** Whether a decision rests on a setting: as the variable that the setting makes, or as an option within it. */
export function restsOn({ setting: name, source }: Because, setting: Setting): boolean {
  return asVariables(setting).some(
    (variable) => variable.origin === source && variable.name === name.split(" ")[0],
  );
}

/** What components call in vain that can make no proxy of these settings. */
function callsBrokenBy(the: Case, settings: readonly Setting[]): VainCalls | undefined {
  const broken = the.decisions.filter(({ route, because }) => {
    const breaking = because.find(({ effect }) => effect === "breaks");
    return (
      route.kind === "invalid" &&
      breaking !== undefined &&
      settings.some((setting) => restsOn(breaking, setting))
    );
  });
  return vainCalls(the, broken);
}

/** What is done with a value under any of the names that have it: a client may read one of them and not another. */
function effectsOfAll({ components }: Case, settings: readonly Setting[]): readonly Effect[] {
  return together(
    settings
      .filter(({ name }) => isProxy(name))
      .flatMap((setting) => effectsOf(setting, readersOf(setting, components))),
  );
}

/** What was measured through the proxies that clients make of these settings, so that a proxy's failure follows. */
function attemptsBy(the: Case, settings: readonly Setting[]): readonly string[] {
  const attempts = the.decisions.flatMap(({ target, route, because }) => {
    const decides = because.some(
      (each) => each.effect === "proxies" && settings.some((setting) => restsOn(each, setting)),
    );
    if (route.kind !== "proxy" || !decides) return [];
    return the.observation(target, routeId(route)) === undefined ? [] : [attemptId(target, routeId(route))];
  });
  return [...new Set(attempts)];
}
