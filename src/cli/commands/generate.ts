import type { Command } from "commander";
import { FORMS } from "../../generate/recipe.ts";
import { EGRESS_POLICIES, ROLES } from "../../model/installation.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import { collect } from "../option-groups/collect.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `generate`. */
export const generate: CommandEntry = {
  name: "generate",
  group: "mend",
  description:
    "print the settings files that a machine of a role needs behind a proxy, whole and right; sends nothing",
  examples: [
    {
      command:
        "proxy-doctor generate --role services --proxy http://10.0.0.33:3128 --services 10.0.1.238 --services circleci.example.com --ghe ghe.example.com --region us-east-1 --nomad-client 10.0.2.17",
      says: "All files of a Services machine of two names",
    },
    {
      command:
        "proxy-doctor generate --role nomad-client --proxy http://10.0.0.33:3128 --services 10.0.1.238 --form cloud-init > user-data.yaml",
      says: "User data for new Nomad clients",
    },
    {
      command: "proxy-doctor generate --root /mnt/image --form systemd --form apt",
      says: "Two forms, for what an image says of itself",
    },
    {
      command:
        "proxy-doctor generate --role services --services 10.0.1.238 --proxy 'http://alice:p@ss@10.0.0.33:3128' --output tree",
      says: "With a login, into files",
    },
  ],
  notes:
    "A login is percent-encoded where it has to be; what is so already stays as it is. With a login, files are written with permissions for their owner alone, and nothing that stands there is written over.",
  options: (command) =>
    addWhereSettingsAre(addWhatTheyAreFor(command))
      .optionsGroup("What is printed:")
      .addOption(choiceOption("--form <name>", "only this form (repeatable)", FORMS).argParser(collect))
      .option("--output <dir>", "write the files below this directory, each at its path"),
  run: async (_, options) => {
    const { runGenerate } = await import("../generate-command.ts");
    return runGenerate(options);
  },
};

function addWhatTheyAreFor(command: Command): Command {
  return command
    .optionsGroup("What they are for, as far as this machine does not tell it:")
    .addOption(choiceOption("--role <role>", "the machine's role (else detected)", ROLES))
    .option("--proxy <url>", "the HTTP proxy, with its port (else the one that settings name)")
    .option("--services <host>", "the Services machine; once more for each further name or address", collect)
    .option("--ghe <host>", "host name of GitHub Enterprise")
    .option("--nomad-client <host>", "host name or address of a Nomad client (repeatable)", collect)
    .option("--region <region>", "AWS region (else detected, or us-east-1)")
    .option("--bucket <name>", "S3 bucket of the installation")
    .option("--server-version <version>", "version of CircleCI Server, for example 2.19.02")
    .addOption(
      choiceOption(
        "--egress <policy>",
        "corporate sends S3 through the proxy (default: standard)",
        EGRESS_POLICIES,
      ),
    );
}
