import { abridged } from "../../../messages/phrases.ts";

/** A name that ends in a number, or holds one before its domain. */
const NUMBERED = /^(.*?)(\d{1,9})((?:\D.*)?)$/s;

/** Fewer that follow each other are named one by one. */
const LEAST_OF_RUN = 3;

/** Names of machines, those that are counted up as one: `nomad-1 to nomad-12, web and 3 more`. */
export function foldedNames(names: readonly string[], most: number): string {
  const told = runsOf(names).flatMap((run) =>
    run.length < LEAST_OF_RUN ? run : [`${run[0]} to ${run.at(-1)}`],
  );
  return abridged(told, most);
}

/** Names in their order, in which each of a run counts on from the one before it. */
function runsOf(names: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let next: string | undefined;
  for (const name of names) {
    if (name === next) runs.at(-1)?.push(name);
    else runs.push([name]);
    next = following(name);
  }
  return runs;
}

/** The name that counts on from one; nothing where it has no number. */
function following(name: string): string | undefined {
  const [, before = "", digits, after = ""] = NUMBERED.exec(name) ?? [];
  if (digits === undefined) return undefined;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, "0")}${after}`;
}
