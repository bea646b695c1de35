import type { Command, Option } from "commander";
import type { CommandEntry } from "../commands/entry.ts";
import { exampleLines } from "../help/example-lines.ts";
import { detailsOf, sentence } from "../help/with-help.ts";
import { roffArgument, roffText, roffVerbatim } from "./roff.ts";
import { FURTHER_SECTIONS } from "./sections.ts";

/** Columns that an example may take in a page of 80. */
const EXAMPLE_WIDTH = 65;

/** The day of the last change that is worth a new look. */
const DATED = "2026-11-27";

type Described = Pick<CommandEntry, "name" | "description" | "examples" | "notes">;

/** The manual page, section 1, in man(7) macros: made of the command line and of what its commands tell of themselves. */
export function manPage(
  program: Command,
  described: Described,
  entries: readonly Described[],
  version: string,
): string {
  const commands = entries.flatMap((entry) => {
    const command = program.commands.find((each) => each.name() === entry.name);
    return command === undefined ? [] : [commandSection(command, entry)];
  });
  return `${[
    `.\\" Made of the command line: npm run man writes it anew.`,
    `.TH PROXY\\-DOCTOR 1 ${DATED} ${roffArgument(`proxy-doctor ${version}`)} "User Commands"`,
    ".SH NAME",
    `proxy\\-doctor \\- tells which traffic of a CircleCI Server goes the wrong way, why, and what to change`,
    ".SH EXAMPLES",
    roffVerbatim(exampleLines(described.examples, EXAMPLE_WIDTH)),
    ".SH SYNOPSIS",
    ".B proxy\\-doctor",
    ".RI [ command ]",
    ".RI [ options ]",
    ".SH DESCRIPTION",
    roffText(`${sentence(described.description)} Without a command, it checks this machine.`),
    ".SH COMMANDS",
    ...commands,
    ...FURTHER_SECTIONS.flatMap(({ title, items }) => [
      `.SH ${title}`,
      ...items.flatMap(([term, text]) => [".TP", `.B ${roffText(term)}`, roffText(text)]),
    ]),
  ].join("\n")}\n`;
}

function commandSection(command: Command, { name, description, examples, notes }: Described): string {
  const operands = command.registeredArguments.map((each) => each.name().toUpperCase()).join(" ");
  const helper = command.createHelp();
  const options = helper.visibleOptions(command).filter(({ long }) => long !== "--help");
  return [
    `.SS ${roffArgument(`${name} ${operands}`.trim())}`,
    roffText(sentence(description)),
    ...(notes === undefined ? [] : [".PP", roffText(notes)]),
    ...options.flatMap(optionLines),
    ".PP",
    roffVerbatim(exampleLines(examples, EXAMPLE_WIDTH)),
  ].join("\n");
}

function optionLines(option: Option): readonly string[] {
  return [".TP", `.B ${roffText(option.flags)}`, roffText(detailsOf(option))];
}
