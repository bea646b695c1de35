import type { Setting } from "../../model/setting.ts";
import { type SeenTrustStore, seenStore, type TrustStore } from "../../model/trust.ts";
import type { Machine } from "../machine.ts";
import { javaStores } from "./java-stores.ts";
import { namedStores } from "./named-stores.ts";
import { pythonStores } from "./python-stores.ts";
import { type Place, readStore } from "./read-store.ts";
import { SYSTEM_STORES } from "./system-stores.ts";

/** The stores of a machine: those that could be read, and, in the same order, how each was found. */
export type FoundStores = {
  readonly stores: readonly TrustStore[];
  readonly seen: readonly SeenTrustStore[];
};

/** Finds the stores of a machine, with those that its settings name. */
export type FindStores = (machine: Machine, settings: readonly Setting[]) => Promise<FoundStores>;

/** Most stores that are read. */
const MOST_STORES = 64;

/** Looks for no stores, for who measures nothing. */
export const findNoStores: FindStores = async () => ({ stores: [], seen: [] });

/** Reads the system's stores, those of Python packages and JVMs, and every one that a setting names. */
export const findStores: FindStores = async (machine, settings) => {
  const [python, java] = await Promise.all([pythonStores(machine), javaStores(machine)]);
  const places = [
    ...[...SYSTEM_STORES, ...python].map((path): Place => ({ path, kind: "pem", isNamed: false })),
    ...java.map((path): Place => ({ path, kind: "keystore", isNamed: false })),
    ...namedStores(settings),
  ];
  // Of a place that is known and named, the setting's say counts: that nothing is there is told.
  const once = [...new Map(places.map((place) => [place.path, place])).values()];
  const found = await Promise.all(once.map((place) => readStore(machine, place)));
  const there = found.filter((store) => store !== undefined).slice(0, MOST_STORES);
  return {
    stores: there.filter((store) => "certificates" in store),
    seen: there.map((store) => ("certificates" in store ? seenStore(store) : store)),
  };
};
