import { SHEET_FORMATS } from "../../render/formats.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import { addHowItIsMeasured } from "../option-groups/how-it-is-measured.ts";
import { labOption } from "../option-groups/lab-option.ts";
import { addWhatIsChecked } from "../option-groups/what-is-checked.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `fix`. */
export const fix: CommandEntry = {
  name: "fix",
  group: "mend",
  description:
    "show each change of a setting that mends something, and with --write make those that are verified",
  examples: [
    { command: "proxy-doctor fix", says: "What would be changed, and why" },
    {
      command: "proxy-doctor fix --measure --services 10.0.1.238 --ghe ghe.example.com",
      says: "Measure first, as check does",
    },
    { command: "sudo proxy-doctor fix --write", says: "Make the verified changes" },
    { command: "proxy-doctor fix --root /mnt/image --write --yes", says: "Those of an image, unasked" },
  ],
  notes:
    "Exit status: that of lint or, with --measure, of check; after --write as it is then; 3 where a file was not written.",
  options: (command) => {
    command
      .optionsGroup("What is done:")
      .option("--write", "make the verified changes; each file is replaced whole, with a backup beside it")
      .option("--dry-run", "with --write: say what would be written, and write nothing")
      .option("--yes", "with --write: do not ask")
      .option("--measure", "measure first, as check does; without, the settings alone are judged");
    addWhatIsChecked(command);
    addWhereSettingsAre(command).addOption(labOption("mend", ["root", "envFile", "caFile", "write"]));
    return addHowItIsMeasured(command)
      .optionsGroup("What is printed:")
      .addOption(choiceOption("--format <format>", "form of what is told", SHEET_FORMATS).default("table"))
      .option("--quiet", "no progress")
      .option("--no-color", "no colour (also NO_COLOR)")
      .option("--strict", "warnings count for the exit status");
  },
  run: async (_, options) => {
    const { runFix } = await import("../fix-command.ts");
    return runFix(options);
  },
};
