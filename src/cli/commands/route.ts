import { CLIENT_NAMES } from "../../model/client.ts";
import { choiceOption } from "../option-groups/choice-option.ts";
import { collect } from "../option-groups/collect.ts";
import type { CommandEntry } from "./entry.ts";

/** `route`. */
export const route: CommandEntry = {
  name: "route",
  group: "look",
  description:
    "which way each client would go to a URL with these settings, and what decides it; sends nothing",
  examples: [
    {
      command: "proxy-doctor route http://169.254.169.254/ https://s3.amazonaws.com/",
      says: "Every client's way to two places",
    },
    {
      command: "proxy-doctor route --client go --env-file nomad.env https://10.0.1.238:8585/",
      says: "One client, with a file's environment",
    },
    {
      command: 'proxy-doctor route --client java --jvm-options "$JVM_OPTS" https://ghe.example.com/',
      says: "The JVM, with its options",
    },
    {
      command: "proxy-doctor route --observe https://ghe.example.com/",
      says: "And what the installed programs really do",
    },
  ],
  options: (command) =>
    command
      .argument("<url...>", "http: or https: URLs; - reads a list from standard input")
      .addOption(
        choiceOption(
          "--client <name>",
          "only this client, of this version (curl@7.68.0) or the usual one (repeatable)",
          CLIENT_NAMES,
        ).argParser(collect),
      )
      .option(
        "--env-file <file>",
        "an environment to use instead of the process's own, as `env` prints it: quotes belong to the value",
      )
      .option("--no-environment", "leave the process's own environment out")
      .option(
        "--config <file>",
        "YAML with options by their names, as check reads it: env-file, no-environment and no-color are taken; what is typed here wins",
      )
      .option(
        "--jvm-options <options>",
        "what stands on java's command line, for example the value of JVM_OPTS",
      )
      .option("--observe", "also ask the installed programs, in a network of their own that nothing leaves")
      .option("--json", "print JSON")
      .option("--no-color", "no colour (also NO_COLOR)"),
  run: async (urls, options) => {
    const { runRoute } = await import("../route-command.ts");
    return runRoute(urls, options);
  },
};
