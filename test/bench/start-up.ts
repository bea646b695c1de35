import { rmSync } from "node:fs";
import type { Asking } from "./bench.ts";
import { median, ms, ratio } from "./rig/figures.ts";
import { AS_STARTED } from "./rig/measuring.ts";
import { runProgram } from "./rig/run-program.ts";
import { printTable } from "./rig/table.ts";
import { machineOfThirtyFiles } from "./thirty-files.js";

const ROUNDS = 25;

/** What commands without a network take, beside Node with nothing to do. */
export async function startUp({ program, nodes }: Asking): Promise<void> {
  const root = machineOfThirtyFiles();
  const lint = ["lint", "--root", root, "--role", "services", "--services", "10.0.1.238", "--exit-zero"];
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ["node -e 0", ["-e", "0"]],
    ["--version", [...AS_STARTED, "--", program, "--version"]],
    [
      "route, two URLs",
      [...AS_STARTED, "--", program, "route", "http://169.254.169.254/", "https://s3.amazonaws.com/"],
    ],
    ["lint, thirty files", [...AS_STARTED, "--", program, ...lint]],
  ];
  try {
    const rows: (readonly string[])[] = [["Node", "command", "wall", "of node -e 0"]];
    for (const { name, node } of nodes) {
      const figures = await byTurns(
        node,
        commands.map(([, words]) => words),
      );
      for (const [index, [command]] of commands.entries()) {
        const figure = median(figures[index] ?? []);
        rows.push([name, command, ms(figure), ratio(figure, median(figures[0] ?? []))]);
      }
    }
    printTable("Start-up", rows);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Every command in every round, so that a busy moment of the machine's meets all of them. */
async function byTurns(node: string, commands: readonly (readonly string[])[]) {
  const figures = commands.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, words] of commands.entries()) {
      const run = await runProgram(node, words);
      if (run.status !== 0) throw new Error(`${words.join(" ")} ended with ${run.status}`);
      figures[index]?.push(run.ms);
    }
  }
  return figures;
}
