import type { Because, Environment, Variable } from "../../../model/client.ts";

/** The first of `names` that is set to something: curl and Go treat an empty variable as a missing one. */
export function firstNonEmpty(environment: Environment, names: readonly string[]): Variable | undefined {
  for (const name of names) {
    const variable = environment.find((each) => each.name === name && each.value !== "");
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** The first of `names` that is set, if only to the empty string: for undici that hides the ones after it. */
export function firstPresent(environment: Environment, names: readonly string[]): Variable | undefined {
  for (const name of names) {
    const variable = environment.find((each) => each.name === name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** The part that a setting, or one entry of it, has in a decision. */
export function step(
  setting: { readonly name: string; readonly origin: string },
  effect: Because["effect"],
  entry?: string,
): Because {
  const { name, origin } = setting;
  return { setting: name, source: origin, ...(entry === undefined ? {} : { entry }), effect };
}
