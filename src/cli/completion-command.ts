import type { Command } from "commander";
import { WORLD_NAMES } from "../lab/worlds.ts";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { SHELLS, type Shell } from "./completion/shells.ts";
import { type Tree, treeOf } from "./completion/tree.ts";
import { zshScript } from "./completion/zsh.ts";
import { notOneOf } from "./did-you-mean.ts";
import { CODES } from "./explain-command.ts";
import { knownNames } from "./filters.ts";
import { UsageError } from "./usage-error.ts";

const SCRIPTS: Readonly<Record<Shell, (tree: Tree) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `completion`: a script that a shell sources, in which all words stand already. */
export function completionScript(shell: string, program: Command): string {
  const known = SHELLS.find((each) => each === shell);
  if (known === undefined) throw new UsageError(`completion: ${notOneOf(shell, SHELLS)}`);
  const { probes, targets } = knownNames();
  const vocabulary = {
    scenario: WORLD_NAMES,
    code: CODES,
    ids: [...probes, ...targets],
  };
  return SCRIPTS[known](treeOf(program, vocabulary));
}
