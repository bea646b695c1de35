// Does in a process of its own what cannot be cancelled. getaddrinfo: two slow names hold up all others in one
// process, and a process does not end before its last look-up has. A proxy script: it may run for ever.
import { lookup } from "node:dns";

/** @typedef {(url: string, host: string) => Promise<string>} Resolver */

/** @type {Map<string, Promise<Resolver>>} */
const resolvers = new Map();

process.on("message", (/** @type {string | { id: number, script: string, url: string }} */ message) => {
  if (typeof message === "string") lookUp(message);
  else void runScript(message);
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

/** @param {string} host */
function lookUp(host) {
  lookup(host, { all: true, verbatim: true }, (error, addresses) => {
    const answer = error === null ? { host, addresses } : { host, code: error.code, errno: error.errno };
    process.send?.(answer);
  });
}

/** @param {{ id: number, script: string, url: string }} question */
async function runScript({ id, script, url }) {
  try {
    const loading = resolvers.get(script) ?? load(script);
    resolvers.set(script, loading);
    const resolve = await loading;
    process.send?.({ id, answer: String(await resolve(url, new URL(url).hostname)) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
}

/**
 * Fetches a script and makes it ready to be asked.
 * @param {string} script
 * @returns {Promise<Resolver>}
 */
async function load(script) {
  // The engine for such scripts is large, and few have one.
  const { proxies } = await import("proxy-agent");
  const Agent = await proxies["pac+data"][0]();
  const agent = new Agent(`pac+${script}`);
  if (!("getResolver" in agent) || typeof agent.getResolver !== "function") throw new Error("no PAC agent");
  return agent.getResolver();
}
