import { mattersToProxying } from "./relevant.ts";
import { literalText, type ShellWord } from "./shell-tokens.ts";

/**
 * Whether a command names a proxy setting as one that is assigned, and assigns nothing: of `NAME = value` and `NAME:
 * value` a shell makes the program `NAME`, of `export NAME = value` three names (checked against bash 5.2 and dash).
 */
export function isNoAssignment(words: readonly ShellWord[]): boolean {
  const [first = "", ...rest] = words.slice(0, 3).map(literalText);
  const [word = "", next = ""] = first === "export" ? rest : [first, ...rest];
  const name = word.replace(/:$/, "");
  return mattersToProxying(name) && (word !== name || next.startsWith("="));
}
