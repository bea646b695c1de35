import { CommanderError } from "commander";
import { harmless } from "../model/secret-patterns.ts";
import { commandLine } from "./command-line.ts";
import { COMMANDS } from "./commands/index.ts";
import { didYouMeanOneOf, meaning } from "./did-you-mean.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { errorStream } from "./standard-error.ts";
import { StoppedError } from "./stopped-error.ts";
import { UsageError } from "./usage-error.ts";

/** Runs one command line to its exit status. A fault of ours is named as ours, never as the user's. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  try {
    requireCommand(words);
    const program = commandLine((ended) => {
      code = ended;
    }, words[0]);
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    if (error instanceof CommanderError || error instanceof UsageError) {
      return complain(error.message, EXIT.usage);
    }
    if (error instanceof StoppedError) return complain(error.message, EXIT.incomplete);
    return complain(`a fault of its own: ${error}`, EXIT.incomplete);
  }
}

/** With a default command, a misspelled one would be taken for an argument of that. */
function requireCommand([first, second]: readonly string[]): void {
  const names = COMMANDS.map(({ name }) => name);
  const named = first === "help" ? second : first;
  if (named === undefined || named.startsWith("-") || named === "help" || names.includes(named)) return;
  throw new UsageError(`unknown command "${named}"${didYouMeanOneOf(named, names)}`);
}

function complain(message: string, status: ExitCode): ExitCode {
  const plain = message
    .replace(/^error: /, "")
    .replace(/\n\(Did you mean (?:one of )?(.*)\?\)$/, (_, names) => meaning(names.split(", ")));
  const line = harmless(plain).replace(/\s*\n\s*/g, " ");
  errorStream().write(`proxy-doctor: ${line}\n`);
  return status;
}
