import { SHEET_FORMATS } from "../../render/formats.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import { collect } from "../option-groups/collect.ts";
import { labOption } from "../option-groups/lab-option.ts";
import { addWhatIsChecked } from "../option-groups/what-is-checked.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `plan`. */
export const plan: CommandEntry = {
  name: "plan",
  group: "look",
  description: "list every connection that check would make, with what is sent on it, and make none",
  examples: [
    { command: "proxy-doctor plan", says: "What a check of this machine would call" },
    {
      command: "proxy-doctor plan --services 10.0.1.238 --proxy http://10.0.0.33:3128 --format json",
      says: "The same through a proxy that no setting names",
    },
  ],
  options: (command) => {
    addWhatIsChecked(command);
    return addWhereSettingsAre(command)
      .addOption(labOption("plan for", ["root", "envFile"]))
      .option("--proxy <url>", "go through this proxy too (repeatable)", collect)
      .optionsGroup("What is printed:")
      .addOption(choiceOption("--format <format>", "form of the list", SHEET_FORMATS).default("table"))
      .option("--no-color", "no colour (also NO_COLOR)");
  },
  run: async (_, options) => {
    const { runPlan } = await import("../plan-command.ts");
    return runPlan(options);
  },
};
