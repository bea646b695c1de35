import { join } from "node:path";
import { parseArgs } from "node:util";
import { ENCLOSED } from "../network/enclosure.ts";
import { accuracy } from "./accuracy.ts";
import { blackHoles } from "./black-holes.ts";
import { fleet } from "./fleet.ts";
import { inCompany } from "./in-company.ts";
import { manyTargets } from "./many-targets.ts";
import { peers } from "./peers.ts";
import { machineLine } from "./rig/machine.ts";
import { type NodeProgram, nodeOfMajor, OWN_NODE } from "./rig/node-versions.ts";
import { say } from "./rig/table.ts";
import { startUp } from "./start-up.ts";
import { verdicts } from "./verdicts.ts";

/** What every question is told. */
export type Asking = {
  /** The repository's. */
  readonly root: string;
  /** The built program. */
  readonly program: string;
  /** Those to measure with, and the options that named them. */
  readonly nodes: readonly NodeProgram[];
  /** Node's single executable, where it is built, and the Node that it is made of. */
  readonly executable: { readonly program: string; readonly node: string } | undefined;
  readonly options: readonly string[];
};

/** Each question by the word that asks for it alone. */
const QUESTIONS: Readonly<Record<string, (asking: Asking) => Promise<void>>> = {
  "start-up": startUp,
  accuracy,
  "black-holes": blackHoles,
  "many-targets": manyTargets,
  fleet,
  peers: inCompany("peers", peers),
  verdicts: inCompany("verdicts", verdicts),
};

/** Answers all questions, or those that are named; `--node 20,22,24` measures with those versions. */
export async function bench(
  root: string,
  executable: Asking["executable"],
  words: readonly string[],
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { node: { type: "string" } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => QUESTIONS[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`no such question: ${unknown}; there are ${Object.keys(QUESTIONS)}`);
  const nodes: NodeProgram[] = [];
  for (const major of values.node?.split(",") ?? []) nodes.push(await nodeOfMajor(major));
  const asking = {
    root,
    executable,
    program: join(root, "bin", "proxy-doctor.js"),
    nodes: nodes.length === 0 ? [OWN_NODE] : nodes,
    options: values.node === undefined ? [] : ["--node", values.node],
  };
  if (!ENCLOSED) say(await machineLine());
  for (const [name, answer] of Object.entries(QUESTIONS)) {
    if (positionals.length === 0 || positionals.includes(name)) await answer(asking);
  }
}
