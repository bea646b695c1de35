import { Command } from "commander";
import { VERSION } from "../version.ts";
import type { CommandEntry, Example } from "./commands/entry.ts";
import { COMMANDS } from "./commands/index.ts";
import type { ExitCode } from "./exit-code.ts";

const EXAMPLES: readonly Example[] = [
  ...COMMANDS.slice(0, 4).flatMap(({ examples }) => examples.slice(0, 2)),
];

const EXIT_STATUS = `
Exit status: 0 no error found, 1 at least one, 2 wrong command line or file,
3 incomplete run.`;

/** The whole command line; `end` is told the exit status of the command that ran. */
export function commandLine(end: (code: ExitCode) => void): Command {
  const program = quiet(new Command("proxy-doctor"))
    .description(
      "Which traffic of a CircleCI Server goes the wrong way past or through its HTTP proxy, why, and what to change.",
    )
    .version(VERSION, "-V, --version")
    .addHelpText("after", `${listOf(EXAMPLES)}\n${EXIT_STATUS}`);
  for (const [at, entry] of COMMANDS.entries()) {
    program.addCommand(commandOf(entry, end), { isDefault: at === 0 });
  }
  return program;
}

function commandOf(entry: CommandEntry, end: (code: ExitCode) => void): Command {
  const { name, description, examples, notes, options, run } = entry;
  const command = options(quiet(new Command(name)).description(description));
  const after = [listOf(examples), ...(notes === undefined ? [] : ["", notes])];
  return command
    .addHelpText("after", after.join("\n"))
    .action(async () => end(await run(command.args, command.opts())));
}

function listOf(examples: readonly Example[]): string {
  return ["", "Examples:", ...examples.map(({ command }) => `  $ ${command}`)].join("\n");
}

/** What is wrong is thrown, and told in one place. */
function quiet(command: Command): Command {
  return command.configureOutput({ outputError: () => undefined }).exitOverride();
}
