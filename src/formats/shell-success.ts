import { bareText, isAssignment, type ShellWord } from "./shell-tokens.ts";

/** Assignments and `export` of proper names succeed; of any other command that is not known. */
export function alwaysSucceeds(words: readonly ShellWord[]): boolean {
  const known = words.every((word) => word.parts.every(({ kind }) => kind !== "unknown"));
  const [first, ...args] = words;
  const exports = first !== undefined && bareText(first) === "export";
  return known && (exports ? args : words).every((word) => isAssignment(word) || (exports && isName(word)));
}

function isName(word: ShellWord): boolean {
  return /^[A-Za-z_]\w*$/.test(bareText(word));
}
