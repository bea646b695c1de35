import type { CommandEntry } from "./entry.ts";

/** `explain`. */
export const explain: CommandEntry = {
  name: "explain",
  group: "report",
  description: "what a finding means, how it shows, what to do, and when it is a false alarm",
  examples: [
    { command: "proxy-doctor explain misrouted-to-proxy", says: "One finding" },
    {
      command: "proxy-doctor explain proxy-unreachable target-timing-out",
      says: "Several, one after the other",
    },
    { command: "proxy-doctor explain", says: "All codes, with a sentence on each" },
  ],
  options: (command) =>
    command
      .argument(
        "[code...]",
        "codes of findings, or their ids from a report; without any, all codes are listed",
      )
      .option("--no-color", "no colour (also NO_COLOR)"),
  run: async (codes, options) => {
    const { runExplain } = await import("../explain-command.ts");
    return runExplain(codes, options);
  },
};
