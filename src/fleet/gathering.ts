import type { Fleet, LeftOut } from "../model/fleet.ts";
import { fleetOf } from "./fleet.ts";
import type { Glance } from "./glance.ts";

/** Takes in what is kept of reports, one after the other, in any order; and tells what they come to. */
export type Gathering = {
  /** Says why, where there is no room for what one report says. */
  readonly add: (glance: Glance) => { readonly why?: string };
  readonly fleet: (leftOut: readonly LeftOut[]) => Fleet;
};

/** Characters that all reports may say differently: twenty times what ten thousand honest ones do. */
const ROOM = 100_000_000;

/** Gathers reports: what many of them say alike is held once. */
export function gathering(room = ROOM): Gathering {
  const held = new Map<string, unknown>();
  const glances: Glance[] = [];
  let used = 0;
  const once = <T>(value: T): T => {
    const text = JSON.stringify(value);
    const known = held.get(text);
    // What is held under a text is what was made text, of the same type.
    if (known !== undefined) return known as T;
    used += text.length;
    held.set(text, value);
    return value;
  };
  return {
    add: (glance) => {
      if (used > room) return { why: "there is no room for it: the others differ too much from each other" };
      glances.push({
        ...glance,
        behaviour: once(glance.behaviour),
        whats: once(glance.whats),
        programs: once(glance.programs),
        proxies: once(glance.proxies),
        identities: once(glance.identities),
        deciding: once(glance.deciding),
        settings: glance.settings.map(once),
      });
      used += glance.file.length + OWN;
      return {};
    },
    fleet: (leftOut) => fleetOf(glances, leftOut),
  };
}

/** What each report takes besides, in characters. */
const OWN = 500;
