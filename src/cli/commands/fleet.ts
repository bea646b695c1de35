import { FLEET_FORMATS } from "../../render/formats.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import type { CommandEntry } from "./entry.ts";

/** `fleet`. */
export const fleet: CommandEntry = {
  name: "fleet",
  group: "report",
  description:
    "merge many machines' reports: who behaves as the others of its role, who does not, and by which setting; sends nothing",
  examples: [
    { command: "proxy-doctor fleet reports/*.json", says: "The machines whose reports were collected" },
    {
      command: "proxy-doctor fleet reports/ --format html --output fleet.html",
      says: "All reports below a directory, as a page to hand on",
    },
    {
      command: "proxy-doctor fleet reports.tar.gz --format json | jq '.groups[] | select(.differs)'",
      says: "Those that are odd, of an archive",
    },
  ],
  notes:
    "Reports are those of check and lint with --format json. A report is known by its machine's name, and the newest of a machine counts; one that holds no name goes by its file's. Of directories and archives, files that are called *.json are read.\n\nExit status: 0 no error on any machine, 1 at least one, 2 wrong command line or no report, 3 a report could not be read and is left out.",
  options: (command) =>
    command
      .argument(
        "<report...>",
        "files, directories or archives (tar, tar.gz); - reads one of them from standard input",
      )
      .optionsGroup("What is printed:")
      .addOption(choiceOption("--format <format>", "form of the whole", FLEET_FORMATS).default("table"))
      .option("--output <file>", "write it to a file instead of standard output")
      .option("--quiet", "no progress")
      .option("--no-color", "no colour (also NO_COLOR)")
      .option("--strict", "warnings count for the exit status")
      .option(
        "--exit-zero",
        "end with status 0 whatever is found; a report that is left out still ends with 3",
      ),
  run: async (paths, options) => {
    const { runFleet } = await import("../fleet-command.ts");
    return runFleet(paths, options);
  },
};
