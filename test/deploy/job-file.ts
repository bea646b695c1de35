import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parse } from "@cdktn/hcl2json";

/** HashiCorp's own, of the first HCL; what it cannot read it answers with words, and not with JSON. */
const first: { readonly parse: (text: string) => string } = createRequire(import.meta.url)("js-hcl-parser");

/** The two grammars of HCL; Nomad reads the second one since 1.0. */
const GRAMMARS: Readonly<Record<1 | 2, (name: string, text: string) => Promise<Block>>> = {
  1: async (_, text) => JSON.parse(first.parse(text)),
  2: parse,
};

/** A block of HCL as JSON has it: a list of its blocks by name, and by label where they have one. */
type Block = Readonly<Record<string, unknown>>;

/** A job of one group with one task. */
export type JobFile = {
  readonly path: string;
  readonly job: Block;
  readonly group: Block;
  readonly task: Block;
  /** The script that the task has written and runs. */
  readonly script: string;
};

/** Reads a job of `deploy/nomad` with HashiCorp's own grammar, the first or the second. */
export async function readJobFile(name: string, grammar: 1 | 2): Promise<JobFile> {
  const path = fileURLToPath(new URL(`../../deploy/nomad/${name}`, import.meta.url));
  const file: Block = await GRAMMARS[grammar](name, readFileSync(path, "utf8"));
  const job = labelled(file, "job", "proxy-doctor");
  const group = labelled(job, "group", "check");
  const task = labelled(group, "task", "check");
  const [template] = blocks(task, "template");
  return { path, job, group, task, script: String(template?.["data"]) };
}

/** The blocks of one name in a block; none where there is none. */
export function blocks(within: Block, name: string): readonly Block[] {
  return (within[name] ?? []) as readonly Block[];
}

function labelled(within: Block, name: string, label: string): Block {
  const found = ([within[name]].flat() as readonly Labelled[]).find((each) => each?.[label] !== undefined);
  const [block] = found?.[label] ?? [];
  if (block === undefined) throw new Error(`there is no ${name} "${label}"`);
  return block;
}

/** The second grammar gives one of these for all labels, the first a list of one for each. */
type Labelled = Readonly<Record<string, readonly Block[]>> | undefined;
