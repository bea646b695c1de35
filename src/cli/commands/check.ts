import { Option } from "commander";
import { addHowItIsMeasured } from "../option-groups/how-it-is-measured.ts";
import { labOption } from "../option-groups/lab-option.ts";
import { addWhatIsChecked } from "../option-groups/what-is-checked.ts";
import { addWhatIsPrinted } from "../option-groups/what-is-printed.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `check`, the default. */
export const check: CommandEntry = {
  name: "check",
  group: "look",
  description: "test every target directly and through each proxy, and say what is wrong (the default)",
  examples: [
    {
      command:
        "proxy-doctor check --role services --services 10.0.1.238 --ghe ghe.example.com --region us-east-1 --bucket my-bucket",
      says: "Everything that a Services machine needs",
    },
    { command: "proxy-doctor check --only ec2-metadata,s3", says: "Two probes alone" },
    {
      command: "proxy-doctor check --format json --output report.json",
      says: "A report to keep or hand on",
    },
    {
      command: "proxy-doctor check --lab misrouted-metadata",
      says: "A world with one thing wrong, to look at",
    },
    {
      command: "proxy-doctor check --watch 30",
      says: "Again and again, until all is right",
    },
  ],
  options: (command) => {
    addWhatIsChecked(command);
    addWhereSettingsAre(command).addOption(labOption("check", ["root", "envFile", "caFile"]));
    addHowItIsMeasured(command);
    addWhatIsPrinted(command);
    return command.addOption(
      new Option(
        "--watch [seconds]",
        "check again, so many seconds after each check, and tell what changed; Ctrl-C ends it, with the status of the last check",
      ).preset("10"),
    );
  },
  run: async (_, options) => {
    const { runCheck } = await import("../check-command.ts");
    return runCheck(options);
  },
};
