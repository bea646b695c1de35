import { labOption } from "../option-groups/lab-option.ts";
import { addWhatIsChecked } from "../option-groups/what-is-checked.ts";
import { addWhatIsPrinted } from "../option-groups/what-is-printed.ts";
import { addWhereSettingsAre } from "../option-groups/where-settings-are.ts";
import type { CommandEntry } from "./entry.ts";

/** `lint`. */
export const lint: CommandEntry = {
  name: "lint",
  group: "look",
  description: "judge the settings files, the environment and running processes, and send nothing",
  examples: [
    { command: "proxy-doctor lint", says: "This machine's settings" },
    {
      command:
        "proxy-doctor lint --root /mnt/image --no-environment --role nomad-client --services 10.0.1.238 --ghe ghe.example.com",
      says: "Those of an image, mounted here",
    },
    { command: "proxy-doctor lint --env-file job.env --strict", says: "A job's environment; warnings count" },
  ],
  options: (command) => {
    addWhatIsChecked(command);
    addWhereSettingsAre(command).addOption(labOption("judge", ["root", "envFile"]));
    return addWhatIsPrinted(command);
  },
  run: async (_, options) => {
    const { runLint } = await import("../lint-command.ts");
    return runLint(options);
  },
};
