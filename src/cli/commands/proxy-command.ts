import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `proxy-command`. */
export const proxyCommand: CommandEntry = {
  name: "proxy-command",
  group: "more",
  description: "lead ssh through a proxy, as its ProxyCommand; the login is taken from the settings",
  examples: [
    {
      command: "proxy-doctor proxy-command http://10.0.0.33:3128 10.0.1.238 22",
      says: "What ssh starts, with %h and %p as the last two",
    },
  ],
  notes:
    "For ssh: ssh -o ProxyCommand='proxy-doctor proxy-command http://10.0.0.33:3128 %h %p' ubuntu@10.0.1.238. A proxy with its login may also stand in the variable PROXY_DOCTOR_PROXY.",
  options: (command) =>
    addWhereSettingsAre(
      command
        .usage("PROXY HOST PORT [options]")
        .argument("<proxy>", "the proxy, without a login")
        .argument("<host>", "the machine behind it")
        .argument("<port>", "its port"),
    ),
  run: async (words, options) => {
    const { runProxyCommand } = await import("../proxy-command.ts");
    return runProxyCommand(words, options);
  },
};
