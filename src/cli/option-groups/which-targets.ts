import type { Command } from "commander";
import { collectNames } from "./collect.ts";

/** Which targets are meant. */
export function addWhichTargets(command: Command): Command {
  return command
    .option(
      "--only <ids>",
      "only these targets or probes, separated by commas (repeatable)",
      collectNames("--only"),
    )
    .option("--skip <ids>", "not these targets or probes (repeatable)", collectNames("--skip"));
}
