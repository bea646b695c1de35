import type { Command } from "commander";
import { EGRESS_POLICIES, ROLES } from "../../model/installation.ts";
import { choiceOption } from "./choice-option.ts";
import { collect } from "./collect.ts";
import { addWhichTargets } from "./which-targets.ts";

/** The facts of the installation, and which of its targets are meant. */
export function addWhatIsChecked(command: Command): Command {
  command
    .optionsGroup("What is checked:")
    .addOption(choiceOption("--role <role>", "this machine's role (else detected)", ROLES))
    .option("--services <host>", "host name or address of the Services machine")
    .option("--ghe <host>", "host name of GitHub Enterprise")
    .option("--region <region>", "AWS region (else detected, or us-east-1)")
    .option("--bucket <name>", "S3 bucket of the installation")
    .option("--nomad-client <host>", "host name or address of a Nomad client (repeatable)", collect)
    .option("--server-version <version>", "version of CircleCI Server, for example 2.19.02")
    .addOption(
      choiceOption("--egress <policy>", "how traffic is meant to leave (default: standard)", EGRESS_POLICIES),
    );
  return addWhichTargets(command);
}
