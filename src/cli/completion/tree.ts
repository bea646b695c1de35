import type { Argument, Command, Option } from "commander";

/** What stands after an option, or in an argument's place: nothing, a place, one of a few words, a list of them, or what nobody can list. */
export type Takes =
  | { readonly kind: "nothing" | "files" | "directories" | "anything" }
  | { readonly kind: "words" | "list"; readonly words: readonly string[] };

/** An option as a shell completes it. */
export type TreeOption = {
  readonly long: string;
  readonly short?: string;
  readonly description: string;
  readonly takes: Takes;
};

/** A command as a shell completes it; `operand` is what each of its arguments takes. */
export type TreeCommand = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly TreeOption[];
  readonly operand: Takes;
};

/** The program as a shell completes it: its own options, and its commands, of which the first is the default. */
export type Tree = { readonly options: readonly TreeOption[]; readonly commands: readonly TreeCommand[] };

/** What placeholders stand for that only the rest of the program knows. */
export type Vocabulary = {
  readonly scenario: readonly string[];
  readonly code: readonly string[];
  readonly ids: readonly string[];
};

/** The command line as plain data. */
export function treeOf(program: Command, vocabulary: Vocabulary): Tree {
  const helper = program.createHelp();
  const own = (command: Command) =>
    helper.visibleOptions(command).map((option) => optionOf(option, vocabulary));
  const names = program.commands.map((command) => command.name());
  const commands = program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: own(command),
    operand: operandOf(command.registeredArguments[0], vocabulary),
  }));
  const help = {
    name: "help",
    description: "a command's examples and options",
    options: [],
    operand: { kind: "words", words: names },
  } as const;
  return { options: own(program), commands: [...commands, help] };
}

function optionOf(option: Option, vocabulary: Vocabulary): TreeOption {
  const placeholder = /<([^>]+)>|\[([^\]]+)\]/.exec(option.flags);
  return {
    long: option.long ?? "",
    ...(option.short === undefined ? {} : { short: option.short }),
    description: option.description,
    takes:
      placeholder === null
        ? { kind: "nothing" }
        : valueOf(placeholder[1] ?? placeholder[2] ?? "", option.argChoices, vocabulary),
  };
}

function operandOf(argument: Argument | undefined, vocabulary: Vocabulary): Takes {
  return argument === undefined
    ? { kind: "nothing" }
    : valueOf(argument.name(), argument.argChoices, vocabulary);
}

function valueOf(placeholder: string, choices: readonly string[] | undefined, words: Vocabulary): Takes {
  if (choices !== undefined) return { kind: "words", words: choices };
  switch (placeholder) {
    case "file":
    case "pem":
    case "report":
      return { kind: "files" };
    case "dir":
      return { kind: "directories" };
    case "ids":
      return { kind: "list", words: words.ids };
    case "scenario":
    case "code":
      return { kind: "words", words: words[placeholder] };
    default:
      return { kind: "anything" };
  }
}
