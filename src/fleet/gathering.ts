import type { Fleet, LeftOut, Repeated } from "../model/fleet.ts";
import { fleetOf } from "./fleet.ts";
import type { Glance } from "./glance.ts";
import { inOrder } from "./in-order.ts";

/** Takes in what is kept of reports, one after the other, in any order; and tells what they come to. */
export type Gathering = {
  /**
   * Says why, where there is no room for what one report says. Of equal reports, which have one digest, the first that
   * is taken in is held, and of the others where they stand.
   */
  readonly add: (glance: Glance, digest: string) => { readonly why?: string };
  readonly fleet: (leftOut: readonly LeftOut[]) => Fleet;
};

/** Characters that all reports may say differently: twenty times what ten thousand honest ones do. */
const ROOM = 100_000_000;

/** Gathers reports: what many of them say alike is held once. */
export function gathering(room = ROOM): Gathering {
  const held = new Map<string, unknown>();
  const reports = new Map<string, Standing>();
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
    add: (glance, digest) => {
      const same = reports.get(digest);
      if (same !== undefined) {
        same.files.push(glance.file);
        return {};
      }
      if (used > room) return { why: "there is no room for it: the others differ too much from each other" };
      const frugal = {
        ...glance,
        behaviour: once(glance.behaviour),
        whats: once(glance.whats),
        programs: once(glance.programs),
        proxies: once(glance.proxies),
        identities: once(glance.identities),
        deciding: once(glance.deciding),
        settings: glance.settings.map(once),
      };
      reports.set(digest, { glance: frugal, files: [glance.file] });
      used += glance.file.length + OWN;
      return {};
    },
    fleet: (leftOut) => {
      const placed = [...reports.values()].map(placedOnce);
      return fleetOf(
        placed.map(({ glance }) => glance),
        placed.flatMap(({ repeated }) => repeated),
        leftOut,
      );
    },
  };
}

/** A report, and every place at which it stands. */
type Standing = { readonly glance: Glance; readonly files: string[] };

/** A report at the first of its places, in whatever order they were come upon. */
function placedOnce({ glance, files }: Standing): {
  readonly glance: Glance;
  readonly repeated: readonly Repeated[];
} {
  const [sameAs = glance.file, ...others] = inOrder(files, (file) => file);
  return { glance: { ...glance, file: sameAs }, repeated: others.map((file) => ({ file, sameAs })) };
}

/** What each report takes besides, in characters. */
const OWN = 500;
