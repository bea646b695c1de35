import { Option } from "commander";
import { ROLES } from "../../model/installation.ts";
import { SHEET_FORMATS } from "../../render/formats.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import { collect } from "../option-groups/collect.ts";
import { labOption } from "../option-groups/lab-option.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `tunnel`. */
export const tunnel: CommandEntry = {
  name: "tunnel",
  group: "look",
  description:
    "say whether the console on port 8800 is reached from here and why not, and the ssh command that leads to it",
  examples: [
    {
      command: "proxy-doctor tunnel --services 10.0.1.238",
      says: "Is the console reached, and if not, what to type",
    },
    {
      command: "proxy-doctor tunnel --services 10.0.1.238 --identity ~/.ssh/circleci.pem --open",
      says: "Open the tunnel, and close it on Ctrl-C",
    },
    {
      command: "proxy-doctor tunnel --services 10.0.1.238 --jump admin@bastion.example.com",
      says: "By way of a bastion",
    },
    {
      command: "proxy-doctor tunnel --services 10.0.1.238 --proxy http://10.0.0.33:3128",
      says: "Where only a proxy may reach port 22",
    },
  ],
  notes:
    "Exit status: 0 the console is reached directly, or the tunnel stood until it was closed; 1 it is not, and the command is printed; 2 wrong command line; 3 not measured to the end, or no ssh for --open.",
  options: (command) => {
    command
      .optionsGroup("Where the console is:")
      .option(
        "--services <host>",
        "host name or address of the Services machine (else found in the settings)",
      )
      .option("--console-port <port>", "where the console listens", "8800")
      .addOption(choiceOption("--role <role>", "this machine's role (else detected)", ROLES))
      .optionsGroup("How ssh gets there:")
      .option("--user <name>", "user on the Services machine", "ubuntu")
      .option("--identity <file>", "private key, as of ssh -i")
      .option("--ssh-port <port>", "port of its sshd (default: 22, or what ~/.ssh/config says)")
      .option("--jump <[user@]host[:port]>", "bastion to go by, as of ssh -J")
      .option(
        "--local-port <port>",
        "where the tunnel begins (default: as the console's, or the next that is free)",
      )
      .option("--proxy <url>", "measure through this proxy too (repeatable)", collect)
      .addOption(new Option("--open", "open the tunnel with ssh, and keep it until Ctrl-C").conflicts("lab"));
    return addWhereSettingsAre(command)
      .addOption(labOption("measure", ["root", "envFile"]))
      .optionsGroup("How long it may take:")
      .option("--timeout <seconds>", "for one attempt", "5")
      .option("--deadline <seconds>", "for the console to answer through the tunnel, with --open", "30")
      .optionsGroup("What is printed:")
      .addOption(choiceOption("--format <format>", "form of the answer", SHEET_FORMATS).default("table"))
      .option("--quiet", "the verdict, the command and the address only, and no progress")
      .option("--no-color", "no colour (also NO_COLOR)");
  },
  run: async (_, options) => {
    const { runTunnel } = await import("../tunnel-command.ts");
    return runTunnel(options);
  },
};
