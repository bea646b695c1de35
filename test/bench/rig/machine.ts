import { readFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem, type } from "node:os";
import { runProgram } from "./run-program.ts";

/** This machine in one line: what the figures of a run were measured on, and how busy it was. */
export async function machineLine(): Promise<string> {
  const curl = (await runProgram("curl", ["--version"])).stdout.split(" ").slice(0, 2).join(" ");
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = `load ${loadavg()[0]?.toFixed(1)}`;
  return [
    `${availableParallelism()} cores`,
    memory,
    systemName(),
    `Node ${process.version}`,
    curl,
    load,
  ].join(", ");
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? type();
  } catch {
    return type();
  }
}
