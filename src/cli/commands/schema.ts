import { EXIT } from "../exit-code.ts";
import type { CommandEntry } from "./entry.ts";

/** `schema`. */
export const schema: CommandEntry = {
  name: "schema",
  group: "report",
  description: "print the JSON Schema of a report, every field described",
  examples: [
    { command: "proxy-doctor schema > report.schema.json", says: "for a validator or an editor" },
    {
      command: "proxy-doctor schema | jq '.\"$defs\".Fix.properties.verdict'",
      says: "what one field means",
    },
  ],
  options: (command) => command,
  run: async () => {
    const { reportSchemaText } = await import("../schema-command.ts");
    process.stdout.write(reportSchemaText());
    return EXIT.clean;
  },
};
