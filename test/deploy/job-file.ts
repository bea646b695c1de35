import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "@cdktn/hcl2json";

/** A block of HCL as JSON has it: each of its blocks is a list, or by label an object of lists. */
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

/** Reads a job of `deploy/nomad` with HashiCorp's own grammar. */
export async function readJobFile(name: string): Promise<JobFile> {
  const path = fileURLToPath(new URL(`../../deploy/nomad/${name}`, import.meta.url));
  const file: Block = await parse(name, readFileSync(path, "utf8"));
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
  const found = (within[name] as Readonly<Record<string, readonly Block[]>> | undefined)?.[label]?.[0];
  if (found === undefined) throw new Error(`there is no ${name} "${label}"`);
  return found;
}
