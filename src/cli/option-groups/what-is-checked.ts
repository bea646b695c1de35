import { type Command, Option } from "commander";
import { EGRESS_POLICIES, ROLES } from "../../model/installation.ts";
import { collect, collectNames } from "./collect.ts";

/** The facts of the installation, and which of its targets are meant. */
export function addWhatIsChecked(command: Command): Command {
  return command
    .optionsGroup("What is checked:")
    .addOption(new Option("--role <role>", "this machine's role (else detected)").choices(ROLES))
    .option("--services <host>", "host name or address of the Services machine")
    .option("--ghe <host>", "host name of GitHub Enterprise")
    .option("--region <region>", "AWS region (else detected, or us-east-1)")
    .option("--bucket <name>", "S3 bucket of the installation")
    .option("--nomad-client <host>", "host name or address of a Nomad client (repeatable)", collect)
    .option("--server-version <version>", "version of CircleCI Server, for example 2.19.02")
    .addOption(
      new Option("--egress <policy>", "how traffic is meant to leave (default: standard)").choices(
        EGRESS_POLICIES,
      ),
    )
    .option(
      "--only <ids>",
      "only these targets or probes, separated by commas (repeatable)",
      collectNames("--only"),
    )
    .option("--skip <ids>", "not these targets or probes (repeatable)", collectNames("--skip"));
}
