import type { DropReason } from "../model/setting.ts";
import { mattersToProxying } from "./relevant.ts";
import { literalText, type ShellWord } from "./shell-tokens.ts";

/** A command that was to set a proxy, by the offset at which it begins, and why it sets none. */
export type ShellDrop = { readonly start: number; readonly reason: DropReason };

/**
 * Why a command that names a proxy setting as one that is assigned sets nothing: of `NAME = value` and `NAME: value` a
 * shell makes the program `NAME`, of `export NAME = value` three names, and a byte order mark is a part of the first
 * word (checked against bash 5.2 and dash).
 */
export function shellDrop(words: readonly ShellWord[]): ShellDrop | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const texts = words.slice(0, 3).map(literalText);
  const isMarked = texts[0]?.startsWith("\uFEFF") === true;
  const [name = "", sign = ""] = meantBy(isMarked ? [texts[0]?.slice(1) ?? "", ...texts.slice(1)] : texts);
  if (!mattersToProxying(name)) return undefined;
  if (isMarked) return { start: first.start, reason: "byte-order-mark" };
  return sign === "apart" ? { start: first.start, reason: "no-assignment" } : undefined;
}

/** The name that a person means to give a value, and whether the equals sign stands apart from it. */
function meantBy([first = "", ...rest]: readonly string[]): readonly [string, "apart" | "joined"] | [] {
  const [word = "", next = ""] = first === "export" ? rest : [first, ...rest];
  const [, name, sign] = /^([A-Za-z_]\w*)([=:]?)/.exec(word) ?? [];
  if (name === undefined) return [];
  if (sign === "=") return [name, "joined"];
  const isApart = sign === ":" ? word === `${name}:` : word === name && next.startsWith("=");
  return isApart ? [name, "apart"] : [];
}
