import type { Command } from "commander";
import { FORMATS } from "../../render/formats.ts";
import { choiceOption } from "./choice-option.ts";

/** The form of the report, its place, and what the exit status says of it. */
export function addWhatIsPrinted(command: Command): Command {
  return command
    .optionsGroup("What is printed:")
    .addOption(choiceOption("--format <format>", "form of the report", FORMATS).default("table"))
    .option(
      "--share",
      "replace host names, addresses and other names of this installation too, each always by the same",
    )
    .option("--output <file>", "write the report to a file instead of standard output")
    .option("--quiet", "findings only, no table and no progress")
    .option("--no-color", "no colour (also NO_COLOR)")
    .option("--strict", "warnings count for the exit status")
    .option("--exit-zero", "end with status 0 whatever is found; an incomplete run still ends with 3");
}
