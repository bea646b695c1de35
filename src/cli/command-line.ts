import { Command } from "commander";
import { VERSION } from "../version.ts";
import { type CommandEntry, GROUPS } from "./commands/entry.ts";
import { COMMANDS } from "./commands/index.ts";
import { PROGRAM } from "./commands/program.ts";
import type { GivenOptions } from "./config/with-config.ts";
import type { ExitCode } from "./exit-code.ts";
import { withHelp } from "./help/with-help.ts";

/**
 * The command line for words that begin so; `end` is told the exit status of the command that ran. Where the first
 * names a command, the others have no say, and are not made; else they all are.
 */
export function commandLine(end: (code: ExitCode) => void, first?: string): Command {
  const program = describedBy(PROGRAM)
    .usage("[command] [options]")
    .version(VERSION, "-V, --version", "the version")
    .commandsGroup(GROUPS.more)
    .helpCommand("help [command]", "a command's examples and options");
  const named = COMMANDS.filter(({ name }) => name === first);
  for (const entry of named.length === 0 ? COMMANDS : named) {
    program.addCommand(commandOf(entry, end), { isDefault: entry === COMMANDS[0] });
  }
  return program;
}

function commandOf(entry: CommandEntry, end: (code: ExitCode) => void): Command {
  const command = entry.options(describedBy(entry).helpGroup(GROUPS[entry.group]));
  const whole = () => commandLine(end);
  return command.action(async () => {
    const { values, faultOf } = await optionsOf(command);
    try {
      end(await entry.run(command.args, values, whole));
    } catch (error) {
      throw faultOf(error);
    }
  });
}

/** What is typed and, where a configuration file is named, what that says. */
async function optionsOf(command: Command): Promise<GivenOptions> {
  const given: Readonly<Record<string, unknown>> = command.opts();
  if (typeof given["config"] !== "string") return { values: given, faultOf: (error) => error };
  const { withConfig } = await import("./config/with-config.ts");
  return withConfig(command, given["config"]);
}

/** A command as far as its words go. What is wrong is thrown, and told in one place. */
function describedBy(entry: typeof PROGRAM): Command {
  const command = new Command(entry.name)
    .description(entry.description)
    .helpOption("-h, --help", "this help")
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  return withHelp(command, entry);
}
