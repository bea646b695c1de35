// Does in a process of its own what cannot be cancelled. getaddrinfo: slow names hold up all others in one
// process, and a process does not end before its last look-up has. A proxy script: it may run for ever.
import { lookup } from "node:dns";
import { stat } from "node:fs";
import { startThread } from "../../parts/program.js";
import { askNameServers } from "./name-servers.js";

/** @typedef {{ id: number, script: string, url: string }} Question */

/** Name servers are asked when getaddrinfo has not answered by then: a limit of two seconds leaves them theirs. */
const SLOW_MS = 800;

// The threads start with the first work for them, which takes longer than the look-up of a name nearby.
stat("/", () => undefined);

/** @type {import("node:worker_threads").Worker | undefined} */
let scripts;

process.on("message", (/** @type {string | Question} */ message) => {
  if (typeof message === "string") lookUp(message);
  else askScript(message);
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

/** @param {string} host */
function lookUp(host) {
  /** @type {ReturnType<typeof askNameServers> | undefined} */
  let asking;
  const ask = () => {
    asking ??= askNameServers(host);
    return asking;
  };
  let isOver = false;
  const slow = setTimeout(async () => {
    const servers = await ask();
    // The name may be another question's by now.
    if (!isOver) process.send?.({ host, servers });
  }, SLOW_MS);
  lookup(host, { all: true, verbatim: true }, async (error, addresses) => {
    isOver = true;
    clearTimeout(slow);
    if (error === null) process.send?.({ host, addresses });
    else {
      const servers = error.code === "EAI_AGAIN" ? await ask() : [];
      process.send?.({ host, code: error.code, errno: error.errno, servers });
    }
  });
}

/** @param {Question} question */
function askScript(question) {
  scripts ??= startScripts();
  scripts.postMessage(question);
}

/** Its end by an error is the end of this process, of which the parent hears. */
function startScripts() {
  const worker = startThread("script-worker");
  worker.on("message", (answer) => process.send?.(answer));
  return worker;
}
