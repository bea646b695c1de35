import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Shown, Summary } from "./run.ts";

/** One run of the whole zoo: what it showed, and how its process ended. */
export type ZooRun = {
  readonly shown: readonly Shown[];
  readonly summary: Summary | undefined;
  readonly exitCode: number | null;
  /** From the last line to the end of the process. */
  readonly lingeredMs: number;
};

/** A run that takes longer hangs. */
const MOST_MS = 240_000;

/** Runs the bundled zoo in a process of its own, under a Node and with flags of V8's; the servers run under this one. */
export function runZoo(folder: string, node: string, flags: readonly string[] = []): Promise<ZooRun> {
  const words = [...flags, join(folder, "run.mjs"), "--servers-node", process.execPath];
  const child = spawn(node, words, { stdio: ["ignore", "pipe", "inherit"], timeout: MOST_MS });
  const chunks: Buffer[] = [];
  let lastWord = performance.now();
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    lastWord = performance.now();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => {
      const lines: readonly unknown[] = Buffer.concat(chunks)
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line));
      resolve({
        shown: lines.filter(isShown),
        summary: lines.find(isSummary),
        exitCode,
        lingeredMs: performance.now() - lastWord,
      });
    });
  });
}

function isShown(line: unknown): line is Shown {
  return typeof line === "object" && line !== null && "gist" in line;
}

function isSummary(line: unknown): line is Summary {
  return typeof line === "object" && line !== null && "rssMb" in line;
}
