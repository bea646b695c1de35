import {
  addLine,
  afterLine,
  endingNear,
  lineCounter,
  provedInsertion,
  provedReplacement,
  type Span,
  splice,
} from "./edit.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { type SudoersDefaults, type SudoersParameter, sudoersDefaults } from "./sudoers-defaults.ts";

type Entry = Assignment & { readonly span: Span };

function entriesOf(text: string): readonly Entry[] {
  const lineAt = lineCounter(text);
  return [...sudoersDefaults(text)].flatMap(({ scope, parameters, span }) => {
    const line = lineAt(span.start);
    return parameters.flatMap((parameter) => {
      const entry = meaningOf(parameter);
      return entry === undefined ? [] : [{ ...entry, name: `${entry.name}${scope}`, line, exported: true }];
    });
  });
}

/** What sudo makes of a parameter: it ignores a value of `env_reset`, and `env_keep` without one. */
function meaningOf({ name, isNegated, assigned, span }: SudoersParameter) {
  if (name === "env_reset" && assigned === undefined) return { name, value: String(!isNegated), span };
  if (name !== "env_keep") return undefined;
  if (assigned === undefined) return isNegated ? { name, value: "", span } : undefined;
  const { operator, value } = assigned;
  return { name: `${name}${operator.slice(0, -1)}`, value: wordsOf(value), span: assigned.span };
}

function wordsOf(list: string): string {
  return list
    .split(/[ \t]+/)
    .filter((word) => word !== "")
    .join(" ");
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
}

function brokenIn(text: string): readonly (SudoersDefaults & { readonly brokenAt: number })[] {
  return [...sudoersDefaults(text)].flatMap((each) =>
    each.brokenAt === undefined ? [] : [{ ...each, brokenAt: each.brokenAt }],
  );
}

/** The list of a statement that sudo gives up, mostly for want of quotes. */
function flawed(text: string): readonly Assignment[] {
  const lineAt = lineCounter(text);
  return brokenIn(text).flatMap(({ span: { start, end } }) => {
    const [, sign = "", list] = /(?<!\w)env_keep[ \t]*([+-]?)=([^\r\n#]*)/.exec(text.slice(start, end)) ?? [];
    if (list === undefined) return [];
    const value = wordsOf(list.replace(/["',\\]/g, " "));
    return [{ name: `env_keep${sign}`, value, line: lineAt(start), exported: false, flaw: "syntax-error" }];
  });
}

function faults(text: string): readonly TextFault[] {
  const lineAt = lineCounter(text);
  return brokenIn(text).map(({ brokenAt }) => ({ kind: "syntax-error", line: lineAt(brokenAt) }));
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  if (entry === undefined || entry.value === value) return text;
  const isFlag = name.startsWith("env_reset");
  const word = isFlag ? flagOf(value) : listOf(value, text[entry.span.start] === '"');
  const isNegation = !isFlag && text[entry.span.start] === "!";
  const after = splice(text, entry.span, isNegation ? `env_keep = ${word}` : word);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function flagOf(value: string): string {
  return value === "false" ? "!env_reset" : "env_reset";
}

function listOf(value: string, isQuoted: boolean): string {
  return !isQuoted && /^\w+$/.test(value) ? value : `"${value.replaceAll('"', '\\"')}"`;
}

function insert(text: string, line: number, name: string, value: string): string {
  const [, parameter, sign = "", scope = ""] = /^(env_keep|env_reset)([+-]?)(.*)$/s.exec(name) ?? [];
  if (parameter === undefined) return text;
  const setting = parameter === "env_reset" ? flagOf(value) : `env_keep ${sign}= ${listOf(value, true)}`;
  const lineAt = lineCounter(text);
  const statement = [...sudoersDefaults(text)].find(({ span }) => lineAt(span.start) === line);
  const offset = statement?.span.end ?? afterLine(text, line);
  const after = addLine(text, offset, `Defaults${scope} ${setting}`, endingNear(text, offset));
  return provedInsertion(read, { before: text, after }, { name, value });
}

/**
 * What `/etc/sudoers` and its like say of the environment (sudoers(5), checked against `cvtsudoers` 1.9.13): each
 * `env_keep` of a `Defaults` statement is a setting whose value is its list, the words parted by one blank, and whose
 * name holds what is done with them: `env_keep` replaces the list before it (by nothing, where it is written
 * `!env_keep`), `env_keep+` adds to it, `env_keep-` takes away. `env_reset` is `true` or `false`. The scope of a
 * statement follows the name as it is spelled: `env_keep+:alice`, `env_keep!/usr/bin/apt`; without one it is for
 * everybody, and sudo takes it before all those that have one. A statement that sudo gives up sets nothing.
 */
export const sudoers: Format = { read, flawed, faults, replace, insert };
