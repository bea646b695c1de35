import { Argument } from "commander";
import { EXIT } from "../exit-code.ts";
import { standardOutput } from "../standard-output.ts";
import type { CommandEntry } from "./entry.ts";

/** `schema`. */
export const schema: CommandEntry = {
  name: "schema",
  group: "report",
  description: "print the JSON Schema of a report, of a --config file or of a fleet, every field described",
  examples: [
    { command: "proxy-doctor schema > report.schema.json", says: "For a validator or an editor" },
    {
      command: "proxy-doctor schema | jq '.\"$defs\".Fix.properties.verdict'",
      says: "What one field means",
    },
    { command: "proxy-doctor schema config > config.schema.json", says: "For an editor of --config files" },
  ],
  options: (command) =>
    command.addArgument(
      new Argument("[subject]", "what it is of")
        .choices(["report", "config", "fleet"])
        .argParser((value: string) => value)
        .default("report"),
    ),
  run: async ([subject = "report"]) => {
    const { schemaText } = await import("../schema-command.ts");
    standardOutput().write(schemaText(subject));
    return EXIT.clean;
  },
};
