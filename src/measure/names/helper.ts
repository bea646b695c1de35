import { type ChildProcess, spawn } from "node:child_process";
import { partCommand } from "../../parts/program.js";

/**
 * Starts a process for work that can only be ended with its process; it ends when this one does. Half of its
 * `threads`, which it makes with its first look-up, can look up names (libuv's rule for slow work).
 */
export function startHelper(threads = 4): ChildProcess {
  const [program, ...words] = partCommand("lookup-helper");
  return spawn(program, words, {
    env: { ...process.env, UV_THREADPOOL_SIZE: String(threads) },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
