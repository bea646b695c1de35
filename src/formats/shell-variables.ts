import { ASSIGNMENT_HEAD, literalText, type ShellPart, type ShellWord } from "./shell-tokens.ts";

/** An assignment that took effect, and the word that made it. */
export type ShellAssignment = {
  readonly name: string;
  readonly value: string;
  readonly word: ShellWord;
  /** Where the command begins. */
  readonly start: number;
};

/** A word read as `NAME=value`; `undefined` as a value means that it is not known. */
export type AssignmentWord = {
  readonly name: string;
  readonly appends: boolean;
  readonly value: string | undefined;
};

/** The longest value that a program can be given, in characters (Linux `MAX_ARG_STRLEN`). */
const LONGEST_VALUE = 131_072;

/** Characters that all expansions of one file may produce; beyond, values count as not known. */
const EXPANSION_BUDGET = 16 * 1_048_576;

/** A shell's variables as far as they follow from one file. A value that is not known takes its name out. */
export type ShellVariables = {
  /** The value of `parts` after a `NAME=`, or of a whole word. */
  readonly expand: (parts: readonly ShellPart[]) => string | undefined;
  readonly assign: (
    assignment: Omit<ShellAssignment, "value"> & { readonly value: string | undefined },
  ) => void;
  /** The name has no value that could be told from here on. */
  readonly forget: (name: string) => void;
  readonly unset: (name: string) => void;
  /** A read-only name: what a later assignment does to it depends on the shell. */
  readonly freeze: (name: string) => void;
  readonly isFrozen: (name: string) => boolean;
  readonly append: (name: string, value: string | undefined) => string | undefined;
  /** Whether programs inherit the name cannot be told, until it is said again. */
  readonly doubtExport: (name: string) => void;
  readonly exportName: (name: string) => void;
  readonly unexportName: (name: string) => void;
  readonly isExported: (name: string) => boolean;
  readonly assignments: () => readonly ShellAssignment[];
};

/** Variables of a shell that has read nothing yet. */
export function shellVariables(): ShellVariables {
  const values = new Map<string, string | undefined>();
  const exported = new Set<string>();
  /** Names of which it is not known whether they are exported. */
  const doubtful = new Set<string>();
  const frozen = new Set<string>();
  const history = new Map<string, ShellAssignment[]>();
  // What is not set in the file counts as empty.
  const valueOf = (name: string) => (values.has(name) ? values.get(name) : "");
  const forget = (name: string) => {
    values.set(name, undefined);
    history.delete(name);
  };
  return {
    ...expansions(valueOf),
    forget,
    assign: ({ name, value, word, start }) => {
      if (value === undefined || frozen.has(name)) return forget(name);
      values.set(name, value);
      const before = history.get(name);
      const assignment = { name, value, word, start };
      if (before === undefined) history.set(name, [assignment]);
      else before.push(assignment);
    },
    unset: (name) => {
      values.delete(name);
      exported.delete(name);
      doubtful.delete(name);
      history.delete(name);
    },
    freeze: (name) => frozen.add(name),
    isFrozen: (name) => frozen.has(name),
    doubtExport: (name) => doubtful.add(name),
    exportName: (name) => {
      doubtful.delete(name);
      exported.add(name);
    },
    unexportName: (name) => {
      doubtful.delete(name);
      exported.delete(name);
    },
    isExported: (name) => exported.has(name),
    assignments: () =>
      [...history.values()]
        .flat()
        .filter(({ name }) => !doubtful.has(name))
        .sort((one, other) => one.word.start - other.word.start),
  };
}

type ValueOf = (name: string) => string | undefined;

/** What makes values of others, until the budget of the file is spent. */
function expansions(valueOf: ValueOf): Pick<ShellVariables, "expand" | "append"> {
  let budget = EXPANSION_BUDGET;
  const bounded = (value: string) => {
    budget -= value.length;
    return value.length > LONGEST_VALUE || budget < 0 ? undefined : value;
  };
  return {
    expand: (parts) => {
      const value = joined(parts, valueOf, Math.min(LONGEST_VALUE, budget));
      return value === undefined ? undefined : bounded(value);
    },
    append: (name, value) => {
      const before = valueOf(name);
      return before === undefined || value === undefined ? undefined : bounded(before + value);
    },
  };
}

/** The text of some parts; `undefined` where one is not known, or all together pass `most` characters. */
function joined(parts: readonly ShellPart[], valueOf: ValueOf, most: number): string | undefined {
  const pieces: string[] = [];
  let length = 0;
  for (const part of parts) {
    const piece = textOf(part, valueOf);
    if (piece === undefined) return undefined;
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return pieces.length === 1 ? (pieces[0] ?? "") : pieces.join("");
}

function textOf(part: ShellPart, valueOf: ValueOf): string | undefined {
  switch (part.kind) {
    case "text":
      return part.text;
    case "variable":
      return valueOf(part.name);
    case "unknown":
      return undefined;
  }
}

/** A word of the form `NAME=value` or `NAME+=value`, the name spelled without quotes. */
export function assignmentWord(word: ShellWord, variables: ShellVariables): AssignmentWord | undefined {
  const [head, ...rest] = word.parts;
  if (head?.kind !== "text" || head.quoted) return undefined;
  const [prefix = "", name, sign] = ASSIGNMENT_HEAD.exec(head.text) ?? [];
  if (name === undefined) return undefined;
  const parts: readonly ShellPart[] = [{ ...head, text: head.text.slice(prefix.length) }, ...rest];
  const known = sign !== "[" && !expandsTilde(parts);
  return { name, appends: sign === "+=", value: known ? variables.expand(parts) : undefined };
}

/** A tilde at the start of a value or behind a colon stands for a home directory. */
function expandsTilde(parts: readonly ShellPart[]): boolean {
  return parts.some(
    (part, index) =>
      part.kind === "text" && !part.quoted && (index === 0 ? /(?:^|:)~/ : /:~/).test(part.text),
  );
}

/** A word of `export` or its like: `NAME`, or `NAME=value` in any quotes. */
export function exportWord(
  word: ShellWord,
  variables: ShellVariables,
): AssignmentWord | { readonly name: string } | undefined {
  const assignment = assignmentWord(word, variables);
  if (assignment !== undefined) return bracesExpand(word) ? { ...assignment, value: undefined } : assignment;
  const split = word.parts.some((part) => part.kind === "variable" && !part.quoted);
  const text = split ? undefined : variables.expand(word.parts);
  const [, name, sign, value] = /^([A-Za-z_]\w*)(?:(\+?=)([\s\S]*))?$/.exec(text ?? "") ?? [];
  if (name === undefined) return unknownName(word);
  return sign === undefined || value === undefined ? { name } : { name, appends: sign === "+=", value };
}

function unknownName(word: ShellWord): AssignmentWord | undefined {
  const [, name] = /^([A-Za-z_]\w*)\+?=/.exec(literalText(word)) ?? [];
  return name === undefined ? undefined : { name, appends: false, value: undefined };
}

/** `export A={b,c}` is two words to bash. */
function bracesExpand(word: ShellWord): boolean {
  return word.parts.some(
    (part) => part.kind === "text" && !part.quoted && /\{[\s\S]*(?:,|\.\.)/.test(part.text),
  );
}
