import { EXIT } from "../exit-code.ts";
import { standardOutput } from "../standard-output.ts";
import type { CommandEntry } from "./entry.ts";

/** `lab`. */
export const lab: CommandEntry = {
  name: "lab",
  group: "more",
  description: "list the built-in worlds, or describe one; `check --lab SCENARIO` runs against it",
  examples: [
    { command: "proxy-doctor lab", says: "The worlds, a line each" },
    { command: "proxy-doctor lab misrouted-metadata", says: "What one of them consists of" },
    { command: "proxy-doctor check --lab misrouted-metadata", says: "A check of it, on loopback" },
  ],
  options: (command) => command.argument("[scenario]"),
  run: async ([scenario]) => {
    const { describeLab } = await import("../lab-command.ts");
    standardOutput().write(describeLab(scenario));
    return EXIT.clean;
  },
};
