import { abridged } from "../../../messages/phrases.ts";

/** A name that ends in a number, or holds one before its domain. */
const NUMBERED = /^(.*?)(\d{1,9})((?:\D.*)?)$/s;

/** Fewer that follow each other are named one by one. */
const LEAST_OF_RUN = 3;

type Run = { readonly first: string; readonly last: string; readonly length: number; readonly next: string };

/** Names of machines, those that are counted up as one: `nomad-1 to nomad-12, web and 3 more`. */
export function foldedNames(names: readonly string[], most: number): string {
  const runs = runsOf(names);
  const told = runs.flatMap(({ first, last, length, next: _ }, at) =>
    length < LEAST_OF_RUN
      ? names.slice(startOf(runs, at), startOf(runs, at) + length)
      : [`${first} to ${last}`],
  );
  return abridged(told, most);
}

function startOf(runs: readonly Run[], at: number): number {
  return runs.slice(0, at).reduce((total, { length }) => total + length, 0);
}

function runsOf(names: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last !== undefined && last.next === name) {
      runs[runs.length - 1] = { ...last, last: name, length: last.length + 1, next: following(name) };
    } else runs.push({ first: name, last: name, length: 1, next: following(name) });
  }
  return runs;
}

/** The name that counts on from one; nothing that a name can be where it has no number. */
function following(name: string): string {
  const [, before = "", digits, after = ""] = NUMBERED.exec(name) ?? [];
  if (digits === undefined) return "";
  return `${before}${String(Number(digits) + 1).padStart(digits.length, "0")}${after}`;
}
