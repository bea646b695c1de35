import type { Command, Help, Option } from "commander";
import { painter } from "../../render/terminal/style.ts";
import type { CommandEntry } from "../commands/entry.ts";
import { standardOutput } from "../standard-output.ts";
import { faceOf } from "../terminal.ts";
import { exampleLines } from "./example-lines.ts";

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 110;
/** Commander leaves narrower columns unwrapped. */
const NARROWEST_COLUMN = 20;

/** Gives a command its help: what it does, examples, then how it is called, and what else there is to know. */
export function withHelp(
  command: Command,
  { examples, notes }: Pick<CommandEntry, "examples" | "notes">,
): Command {
  const helper = (): Help => Object.assign(command.createHelp(), { minWidthToWrap: NARROWEST_COLUMN });
  return command
    .configureHelp({
      minWidthToWrap: NARROWEST_COLUMN,
      commandDescription: () => "",
      subcommandTerm: termOf,
      optionDescription: detailsOf,
      styleTitle: (title) => painter(faceOfHelp(command))("strong", title),
    })
    .configureOutput({
      writeOut: (text) => standardOutput().write(text),
      getOutHelpWidth: () => faceOfHelp(command).width,
      getOutHasColors: () => faceOfHelp(command).colour,
    })
    .addHelpText("before", () => {
      const { width } = faceOfHelp(command);
      const lines = exampleLines(examples, width - 2).map((line) => `  ${line}`);
      const title = painter(faceOfHelp(command))("strong", "Examples:");
      return `${helper().boxWrap(sentence(command.description()), width)}\n\n${[title, ...lines].join("\n")}\n`;
    })
    .addHelpText("after", () =>
      notes === undefined ? "" : `\n${helper().boxWrap(notes, faceOfHelp(command).width)}`,
    );
}

function faceOfHelp(command: Command): { readonly width: number; readonly colour: boolean } {
  const { width, colour } = faceOf(standardOutput(), process.env, command.opts()["color"] !== false);
  return { width: Math.min(width, WIDEST), colour };
}

function termOf(command: Command): string {
  const words = command.registeredArguments.map((each) => {
    const word = `${each.name().toUpperCase()}${each.variadic ? "..." : ""}`;
    return each.required ? word : `[${word}]`;
  });
  return [command.name(), ...words].join(" ");
}

/** What an option is for, the words that it takes, and what holds without it. */
export function detailsOf({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? "" : `: ${argChoices.join(", ")}`;
  const isTold = typeof defaultValue === "string";
  return `${description}${isTold ? ` (default ${defaultValue})` : ""}${choices}`;
}

/** A clause as a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
