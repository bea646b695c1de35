// Does in a process of its own what cannot be cancelled. getaddrinfo: two slow names hold up all others in one
// process, and a process does not end before its last look-up has. A proxy script: it may run for ever.
import { lookup } from "node:dns";
import { Worker } from "node:worker_threads";

/** @typedef {{ id: number, script: string, url: string }} Question */

/** @type {Worker | undefined} */
let scripts;

process.on("message", (/** @type {string | Question} */ message) => {
  if (typeof message === "string") lookUp(message);
  else askScript(message);
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

/** @param {string} host */
function lookUp(host) {
  lookup(host, { all: true, verbatim: true }, (error, addresses) => {
    const answer = error === null ? { host, addresses } : { host, code: error.code, errno: error.errno };
    process.send?.(answer);
  });
}

/** @param {Question} question */
function askScript(question) {
  scripts ??= startScripts();
  scripts.postMessage(question);
}

/** Its end by an error is the end of this process, of which the parent hears. */
function startScripts() {
  const worker = new Worker(new URL("./script-worker.js", import.meta.url));
  worker.on("message", (answer) => process.send?.(answer));
  return worker;
}
