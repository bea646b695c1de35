import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** This many look-ups run at once; by default it would be two (transport-notes 3). */
const THREADS = "128";

/** Starts a process for work that can only be ended with its process; it ends when this one does. */
export function startHelper(): ChildProcess {
  return fork(fileURLToPath(new URL("./lookup-helper.js", import.meta.url)), [], {
    env: { ...process.env, UV_THREADPOOL_SIZE: THREADS },
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
