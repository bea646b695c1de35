import { fileURLToPath } from "node:url";
import type { Observation } from "../../../src/model/observation.ts";
import { runProgram } from "./run-program.ts";

/** One attempt: a URL, the proxy to ask through, and whether nothing is to be said once the way is open. */
export type Line = { readonly url: string; readonly proxy?: string; readonly exchange?: "connect" };

/** Attempts in batches: those of one batch are made at once, the batches one after another, in one process. */
export type Asked = {
  readonly authorities: readonly string[];
  readonly attemptMs: number;
  readonly batches: readonly (readonly Line[])[];
};

/** What one batch showed, its wall time, what its process worked in it, and the most memory that the process had held by its end. */
export type Measured = {
  readonly ms: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly observations: readonly Observation[];
};

/** What a whole process measured, and what it took from its start to its end. */
export type MeasuredRun = { readonly wallMs: number; readonly batches: readonly Measured[] };

/** What the program's first lines start Node with, where it measures. */
export const AS_STARTED = ["--max-semi-space-size=8"];

/** Measures in a fresh process of this Node; `node` may be another's path. */
export async function measureAnew(asked: Asked, node: string = process.execPath): Promise<MeasuredRun> {
  const measurer = fileURLToPath(new URL("./measurer.js", import.meta.url));
  const { ms, stdout, status } = await runProgram(node, [...AS_STARTED, measurer], JSON.stringify(asked));
  if (status !== 0) throw new Error(`the measuring process ended with ${status}`);
  return { wallMs: ms, batches: JSON.parse(stdout) };
}
