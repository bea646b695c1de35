import { addWhatIsPrinted } from "../option-groups/what-is-printed.ts";
import { addWhichTargets } from "../option-groups/which-targets.ts";
import type { CommandEntry } from "./entry.ts";

/** `replay`. */
export const replay: CommandEntry = {
  name: "replay",
  group: "report",
  description: "judge a saved report again, on any machine, and print it as its run did; sends nothing",
  examples: [
    { command: "proxy-doctor replay report.json", says: "A report that somebody sent" },
    {
      command: "proxy-doctor replay report.json --only s3,ec2-metadata",
      says: "What it says of some targets",
    },
    {
      command: "ssh box proxy-doctor check --format json | proxy-doctor replay -",
      says: "A check of another machine, read here",
    },
  ],
  options: (command) =>
    addWhatIsPrinted(
      addWhichTargets(command.argument("<report>", "what --format json printed; - reads standard input")),
    ),
  run: async ([path = ""], options) => {
    const { runReplay } = await import("../replay-command.ts");
    return runReplay(path, options);
  },
};
