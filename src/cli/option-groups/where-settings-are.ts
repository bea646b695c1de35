import type { Command } from "commander";

/** Whose files and environment are read. */
export function addWhereSettingsAre(command: Command): Command {
  return command
    .optionsGroup("Where settings are read:")
    .option(
      "--root <dir>",
      "read settings files below this directory instead of /, and leave this process's environment out",
    )
    .option(
      "--env-file <file>",
      "an environment to use instead of the process's own (started by node: `node -- bin/proxy-doctor.js`)",
    )
    .option("--no-environment", "leave the process's own environment out")
    .option(
      "--config <file>",
      "YAML with options of check by their names, and targets of your own; what is typed here wins",
    );
}
