import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Asking } from "./bench.ts";
import { median, ms, ratio } from "./rig/figures.ts";
import { runProgram } from "./rig/run-program.ts";
import { printTable } from "./rig/table.ts";
import { machineOfThirtyFiles } from "./thirty-files.js";

const ROUNDS = 25;

/** A form of the program: how it is started, and the bare Node of the same version. */
type Form = { readonly name: string; readonly start: Command; readonly bare: string };
type Command = readonly [program: string, ...words: string[]];

/** What commands without a network take, beside Node with nothing to do. */
export async function startUp({ program, nodes, executable }: Asking): Promise<void> {
  const thirty = machineOfThirtyFiles();
  const nothing = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
  const lint = ["lint", "--role", "services", "--services", "10.0.1.238", "--exit-zero", "--root"];
  const commands = {
    "--version": ["--version"],
    "route, two URLs": ["route", "http://169.254.169.254/", "https://s3.amazonaws.com/"],
    "lint, nothing to read": [...lint, nothing],
    "lint, thirty files": [...lint, thirty],
  };
  const forms = nodes.map(({ name, node }): Form => ({ name, start: [node, "--", program], bare: node }));
  if (executable !== undefined) {
    forms.push({ name: "executable", start: [executable.program], bare: executable.node });
  }
  try {
    const rows: (readonly string[])[] = [["Node", "command", "wall", "of node -e 0"]];
    for (const { name, start, bare } of forms) {
      const figures = await byTurns({
        "node -e 0": [bare, "-e", "0"],
        ...Object.fromEntries(Object.entries(commands).map(([what, words]) => [what, [...start, ...words]])),
      });
      const least = median(figures.get("node -e 0") ?? []);
      for (const [what, walls] of figures)
        rows.push([name, what, ms(median(walls)), ratio(median(walls), least)]);
    }
    printTable("Start-up", rows);
  } finally {
    for (const root of [thirty, nothing]) rmSync(root, { recursive: true });
  }
}

/** Every command in every round, so that a busy moment of the machine's meets all of them. */
async function byTurns(commands: Readonly<Record<string, Command>>) {
  const figures = new Map(Object.keys(commands).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [program, ...words]] of Object.entries(commands)) {
      const run = await runProgram(program, words);
      if (run.status !== 0) throw new Error(`${words.join(" ")} ended with ${run.status}`);
      figures.get(name)?.push(run.ms);
    }
  }
  return figures;
}
