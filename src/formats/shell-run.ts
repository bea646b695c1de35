import type { CompleteCommand } from "./shell-commands.ts";
import type { SimpleCommand } from "./shell-gathering.ts";
import { isAssignment, literalText, type ShellWord } from "./shell-tokens.ts";
import {
  type AssignmentWord,
  assignmentWord,
  exportWord,
  type ShellAssignment,
  type ShellVariables,
  shellVariables,
} from "./shell-variables.ts";

/** What a shell would hold after sourcing a text. */
export type ShellOutcome = {
  readonly assignments: readonly ShellAssignment[];
  readonly isExported: (name: string) => boolean;
};

/** The shell as it reads. */
type Shell = {
  readonly variables: ShellVariables;
  /** `set -a` is on. */
  exportsAll: boolean;
  /** A read-only name was assigned to, so the rest of the line may not run. */
  shaken: boolean;
  /** Nothing more is read. */
  stopped: boolean;
};

/** What follows a shell through its complete commands, one after the other. */
export type ShellFollower = {
  readonly follow: (command: CompleteCommand) => void;
  readonly outcome: () => ShellOutcome;
};

/** Follows the assignments of a shell text. Nothing is executed. */
export function followShell(): ShellFollower {
  const variables = shellVariables();
  const shell: Shell = { variables, exportsAll: false, shaken: false, stopped: false };
  return {
    follow: ({ commands }) => {
      shell.shaken = false;
      for (const { words, certainty } of commands) {
        if (shell.stopped) return;
        run(shell, { words, certainty: shell.shaken && certainty === "surely" ? "perhaps" : certainty });
      }
    },
    outcome: () => ({ assignments: variables.assignments(), isExported: variables.isExported }),
  };
}

function run(shell: Shell, { words, certainty }: SimpleCommand): void {
  const start = words[0]?.start ?? 0;
  if (certainty === "apart") return;
  const first = words.findIndex((word) => !isAssignment(word));
  const assignments = first < 0 ? words : words.slice(0, first);
  const [command, ...args] = words.slice(assignments.length);
  if (certainty === "perhaps" || (command !== undefined && isUnknownCommand(command))) {
    const name = command === undefined ? "" : literalText(command);
    const named = namesAmong([...assignments, ...(NAMING.includes(name) ? args : [])]);
    const mayExport = shell.exportsAll || EXPORTING.includes(name);
    for (const each of named) mayExport ? doubt(shell.variables, each) : shell.variables.forget(each);
  } else if (command === undefined) {
    for (const word of assignments) assign(shell, word, assignmentWord(word, shell.variables), start);
  } else {
    // Assignments before a command are for that command alone.
    runBuiltin(shell, literalText(command), args, start);
  }
}

/** A command word that may expand to nothing leaves bare assignments, which then take effect. */
function isUnknownCommand({ parts }: ShellWord): boolean {
  return parts.some(({ kind }) => kind !== "text");
}

/** Commands that give values to the names among their words. */
const NAMING = [
  "export",
  "declare",
  "typeset",
  "readonly",
  "local",
  "unset",
  "read",
  "for",
  "select",
  "printf",
];

/** Those of them that also change whether programs inherit the names. */
const EXPORTING = ["export", "declare", "typeset", "readonly", "local", "unset"];

function runBuiltin(shell: Shell, name: string, args: readonly ShellWord[], start: number): void {
  switch (name) {
    case "export":
    case "declare":
    case "typeset":
    case "readonly":
      declare(shell, name, args, start);
      break;
    case "unset":
      if (args[0] !== undefined && literalText(args[0]) === "-f") break;
      for (const word of args) shell.variables.unset(literalText(word));
      break;
    case "set":
      setOptions(shell, args.map(literalText));
      break;
    case "read":
    case "printf":
      for (const each of namesAmong(args)) shell.variables.forget(each);
      break;
    case "return":
    case "exit":
    case "exec":
      // `exec` with nothing but redirections goes on.
      shell.stopped = name !== "exec" || args.length > 0;
      break;
  }
}

function assign(shell: Shell, word: ShellWord, read: AssignmentWord | undefined, start: number): void {
  if (read === undefined) return;
  const { variables } = shell;
  const { name, appends } = read;
  const value = appends ? variables.append(name, read.value) : read.value;
  if (variables.isFrozen(name)) shell.shaken = true;
  variables.assign({ name, value, word, start });
  if (shell.exportsAll) variables.exportName(name);
}

/** `export`, `declare -x` and `readonly`: all words are expanded before any takes effect. */
function declare(shell: Shell, command: string, args: readonly ShellWord[], start: number): void {
  const { variables } = shell;
  const isFlag = (word: ShellWord) => /^[-+]./.test(literalText(word));
  const flags = args.filter(isFlag).map(literalText).join("");
  const operands = args.filter((word) => !isFlag(word));
  const read = operands.map((word) => ({ word, read: exportWord(word, variables) }));
  const plain = command === "export" ? /^(?:-n|--)*$/ : /^(?:-[xrg]+|\+x|--)*$/;
  if (!plain.test(flags)) {
    for (const each of read) if (each.read !== undefined) doubt(variables, each.read.name);
    return;
  }
  for (const { word, read: operand } of read) {
    if (operand === undefined) continue;
    if ("value" in operand) assign(shell, word, operand, start);
    if (command === "readonly" || /-\w*r/.test(flags)) variables.freeze(operand.name);
    if (/-n|\+x/.test(flags)) variables.unexportName(operand.name);
    else if (command === "export" || /-\w*x/.test(flags)) variables.exportName(operand.name);
  }
}

function setOptions(shell: Shell, options: readonly string[]): void {
  for (const [index, option] of options.entries()) {
    if (option === "--" || option === "-") return;
    if (/^-\w*a/.test(option)) shell.exportsAll = true;
    if (/^\+\w*a/.test(option)) shell.exportsAll = false;
    if (options[index + 1] !== "allexport") continue;
    if (option === "-o") shell.exportsAll = true;
    if (option === "+o") shell.exportsAll = false;
  }
}

/** Neither the value nor who inherits it can be told. */
function doubt(variables: ShellVariables, name: string): void {
  variables.forget(name);
  variables.doubtExport(name);
}

/** The names that words give values to. */
function namesAmong(words: readonly ShellWord[]): readonly string[] {
  return words.flatMap((word) => /^[A-Za-z_]\w*/.exec(literalText(word)) ?? []);
}
