import { Argument } from "commander";
import { SHELLS } from "../completion/shells.ts";
import { EXIT } from "../exit-code.ts";
import { standardOutput } from "../standard-output.ts";
import type { CommandEntry } from "./entry.ts";

/** `completion`. */
export const completion: CommandEntry = {
  name: "completion",
  group: "more",
  description: "print what makes a shell complete commands, options, their values, targets and codes",
  examples: [
    { command: "source <(proxy-doctor completion bash)", says: "In this bash (zsh alike)" },
    {
      command: "proxy-doctor completion bash | sudo tee /etc/bash_completion.d/proxy-doctor",
      says: "In every bash of this machine",
    },
    {
      command: "proxy-doctor completion zsh > ~/.zfunc/_proxy-doctor",
      says: "In every zsh, where ~/.zfunc is in fpath",
    },
    {
      command: "proxy-doctor completion fish > ~/.config/fish/completions/proxy-doctor.fish",
      says: "In every fish",
    },
  ],
  options: (command) =>
    command.addArgument(
      new Argument("<shell>", "the shell").choices(SHELLS).argParser((value: string) => value),
    ),
  run: async ([shell = ""], _, program) => {
    const { completionScript } = await import("../completion-command.ts");
    standardOutput().write(completionScript(shell, program()));
    return EXIT.clean;
  },
};
