import { CommanderError } from "commander";
import { scrub } from "../model/redact.ts";
import { commandLine } from "./command-line.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./usage-error.ts";

/** Runs one command line to its exit status. A fault of ours is named as ours, never as the user's. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  // A reader that closes early (`| head`) has seen enough.
  process.stdout.on("error", () => process.exit(EXIT.incomplete));
  let code: ExitCode = EXIT.clean;
  try {
    const program = commandLine((ended) => {
      code = ended;
    });
    requireCommand(
      words,
      program.commands.map((command) => command.name()),
    );
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : complain(error.message);
    if (error instanceof UsageError) return complain(error.message);
    process.stderr.write(`proxy-doctor: a fault of its own: ${scrub(String(error))}\n`);
    return EXIT.incomplete;
  }
}

/** With a default command, a misspelled one would be taken for an argument of that. */
function requireCommand([first]: readonly string[], names: readonly string[]): void {
  if (first === undefined || first.startsWith("-") || first === "help" || names.includes(first)) return;
  throw new UsageError(`unknown command "${first}"; there are ${names.join(" and ")}`);
}

function complain(message: string): ExitCode {
  const line = scrub(message.replace(/^error: /, "")).replace(/\s*\n\s*/g, " ");
  process.stderr.write(`proxy-doctor: ${line}\n`);
  return EXIT.usage;
}
