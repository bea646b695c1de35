import { WORLD_NAMES, WORLDS } from "../lab/worlds.ts";
import { didYouMeanOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

type LabWorld = (typeof WORLDS)[keyof typeof WORLDS];

/** A world by its name. */
export function worldNamed(name: string): LabWorld {
  const known = WORLD_NAMES.find((each) => each === name);
  if (known === undefined) {
    throw new UsageError(`--lab: there is no world "${name}"${didYouMeanOneOf(name, WORLD_NAMES)}`);
  }
  return WORLDS[known];
}

/** The list of worlds, or what one of them consists of. */
export function describeLab(name: string | undefined): string {
  if (name !== undefined) return describeWorld(name);
  const width = Math.max(...WORLD_NAMES.map((each) => each.length));
  const rows = WORLD_NAMES.map((each) => `  ${each.padEnd(width)}  ${WORLDS[each].title}\n`);
  return `${rows.join("")}\nproxy-doctor check --lab SCENARIO runs a check against one of them, on loopback.\n`;
}

function describeWorld(name: string): string {
  const { title, files } = worldNamed(name);
  const shown = Object.entries(files).map(([path, text]) => `\n${path}\n${text.replace(/^(?=.)/gm, "  ")}`);
  return `${name}: ${title}\n${shown.join("")}\nproxy-doctor check --lab ${name}\n`;
}
