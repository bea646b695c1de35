import type { CommandEntry } from "./entry.ts";

/** `explain`. */
export const explain: CommandEntry = {
  name: "explain",
  group: "report",
  description: "what a finding means, how it shows, what to do, and when it is a false alarm",
  examples: [
    { command: "proxy-doctor explain misrouted-to-proxy", says: "One finding" },
    { command: "proxy-doctor explain", says: "The codes of all" },
  ],
  options: (command) =>
    command
      .argument("[code]", "the finding's code; without it, all codes are listed")
      .option("--no-color", "no colour (also NO_COLOR)"),
  run: async ([code], options) => {
    const { runExplain } = await import("../explain-command.ts");
    return runExplain(code, options);
  },
};
