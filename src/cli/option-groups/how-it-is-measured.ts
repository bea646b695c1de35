import type { Command } from "commander";
import { collect } from "./collect.ts";

/** Through what besides, whom to trust, and how long it may take. */
export function addHowItIsMeasured(command: Command): Command {
  return command
    .option("--proxy <url>", "measure through this proxy too (repeatable)", collect)
    .option("--ca-file <pem>", "certificates to trust besides Node's own")
    .optionsGroup("How long it may take:")
    .option("--timeout <seconds>", "for one attempt", "5")
    .option("--deadline <seconds>", "for the whole run", "30");
}
