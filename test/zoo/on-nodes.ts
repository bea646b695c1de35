import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { runZoo, type ZooRun } from "./child.ts";
import { flawsIn, flawsOfRun } from "./compare.ts";
import { type Case, casesOf } from "./fault.ts";
import { FAULTS } from "./faults/index.ts";
import { asUnderBun } from "./under-bun.ts";

/** Each keeps one processor busy, half of its time. */
const AT_ONCE = 2;

/** Where the bundles are, where Node's binaries are kept, and the bun that is in the executables, where it is asked too. */
export type Folders = { readonly bundle: string; readonly cache: string; readonly bun?: string };

/**
 * Runs the zoo under each of several Nodes, and under bun, and prints what is wrong; gives an exit status. What the tables leave to
 * chance may differ, all else has to be the same on each.
 */
export async function compareOnNodes(words: readonly string[], folders: Folders): Promise<number> {
  const options = { node: { type: "string" }, bun: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const nodes = [
    ...(values.node?.split(",").map((version) => nodeOf(version, folders.cache)) ?? []),
    ...(folders.bun === undefined ? [] : [folders.bun]),
  ];
  if (nodes.length === 0) nodes.push(process.execPath);
  const limit = pLimit(AT_ONCE);
  const wrong = await limit.map(nodes, async (node) => {
    const cases = node === folders.bun ? casesOf(FAULTS).map(asUnderBun) : casesOf(FAULTS);
    const run = await runZoo(folders.bundle, node);
    const flaws = [...flawsIn(cases, run.shown), ...flawsOfRun(run)];
    say([...flaws.map((flaw) => `  ${flaw}`), wordsFor(run, cases, flaws.length)].join("\n"));
    return flaws.length;
  });
  return wrong.every((flaws) => flaws === 0) ? 0 : 1;
}

function wordsFor({ summary }: ZooRun, cases: readonly Case[], wrong: number): string {
  const faults = new Set(cases.map(({ fault }) => fault.name)).size;
  const { program = "?", seconds = 0, rssMb = 0 } = summary ?? {};
  return `${program}: ${faults} faults, ${cases.length} attempts in ${seconds} s, ${rssMb} MB; ${wrong} wrong`;
}

/** The binary of a Node, from the package of npm that carries it; fetched once. */
function nodeOf(version: string, cache: string): string {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(cache, `node-${version}`);
  const binary = join(folder, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, `${name}@${version}`],
    { encoding: "utf8" },
  );
  if (status !== 0 || !existsSync(binary)) throw new Error(`no Node ${version}: ${stderr}`);
  return binary;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
