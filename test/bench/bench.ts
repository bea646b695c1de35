import { join } from "node:path";
import { parseArgs } from "node:util";
import { accuracy } from "./accuracy.ts";
import { blackHoles } from "./black-holes.ts";
import { fleet } from "./fleet.ts";
import { manyTargets } from "./many-targets.ts";
import { machineLine } from "./rig/machine.ts";
import { type NodeProgram, nodeOfMajor, OWN_NODE } from "./rig/node-versions.ts";
import { say } from "./rig/table.ts";
import { startUp } from "./start-up.ts";

/** What every question is told: the built program, and the Nodes to measure with. */
export type Asking = { readonly program: string; readonly nodes: readonly NodeProgram[] };

/** Each question by the word that asks for it alone. */
const QUESTIONS: Readonly<Record<string, (asking: Asking) => Promise<void>>> = {
  "start-up": startUp,
  accuracy,
  "black-holes": blackHoles,
  "many-targets": manyTargets,
  fleet,
};

/** Answers all questions, or those that are named; `--node 20,22,24` measures with those versions. */
export async function bench(root: string, words: readonly string[]): Promise<void> {
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
    program: join(root, "bin", "proxy-doctor.js"),
    nodes: nodes.length === 0 ? [OWN_NODE] : nodes,
  };
  say(await machineLine());
  for (const [name, answer] of Object.entries(QUESTIONS)) {
    if (positionals.length === 0 || positionals.includes(name)) await answer(asking);
  }
}
