// Runs proxy scripts in a thread of the helper: a script may run for ever, and its process is to hear of its end.
import { parentPort } from "node:worker_threads";

/** @typedef {(url: string, host: string) => Promise<string>} Resolver */

/** @type {Map<string, Promise<Resolver>>} */
const resolvers = new Map();

parentPort?.on("message", async (/** @type {{ id: number, script: string, url: string }} */ question) => {
  const { id, script, url } = question;
  try {
    const loading = resolvers.get(script) ?? load(script);
    resolvers.set(script, loading);
    const resolve = await loading;
    parentPort?.postMessage({ id, answer: String(await resolve(url, new URL(url).hostname)) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});

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
