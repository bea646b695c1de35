import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Starts a process for work that can only be ended with its process; it ends when this one does. Half of its
 * `threads`, which it makes with its first look-up, can look up names (libuv's rule for slow work).
 */
export function startHelper(threads = 4): ChildProcess {
  return fork(fileURLToPath(new URL("./lookup-helper.js", import.meta.url)), [], {
    env: { ...process.env, UV_THREADPOOL_SIZE: String(threads) },
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
