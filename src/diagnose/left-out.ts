import { settingsInEffect } from "../decide/environment.ts";
import { isProxy } from "../decide/names.ts";
import type { Component } from "../model/component.ts";
import type { Case } from "./evidence.ts";
import { verdictOn } from "./traffic.ts";

/** Whether a component is given a proxy, be it one that it cannot use. */
export function hasProxy({ settings }: Case, component: Component): boolean {
  return [...settingsInEffect(component, settings).keys()].some(isProxy);
}

/** Whether all that a component calls was seen to work the way it goes. */
export function isServed(the: Case, { id }: Component): boolean {
  const verdicts = the.needed.flatMap((target) =>
    the
      .decisionsOn(target.id)
      .filter(({ component }) => component === id)
      .map((decision) => verdictOn(the, target, decision)),
  );
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === "right");
}
