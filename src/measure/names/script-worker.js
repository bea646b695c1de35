// Runs proxy scripts in a thread of the helper: a script may run for ever, and its process is to hear of its end.
import { createReadStream } from "node:fs";
import { parentPort } from "node:worker_threads";

/** @typedef {(url: string, host: string) => Promise<string>} Resolver */

/** A script is some kilobytes; the largest that browsers take is one megabyte (Chromium's limit). */
const MOST_BYTES = 1024 * 1024;
/** What a running script may fill, in bytes. */
const MOST_MEMORY = 64 * 1024 * 1024;

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
  const [{ createPacResolver }, { QuickJS }, text] = await Promise.all([
    import("pac-resolver"),
    import("quickjs-wasi"),
    textOf(new URL(script)),
  ]);
  return createPacResolver(await QuickJS.create({ memoryLimit: MOST_MEMORY }), text);
}

/**
 * The text of a script, read no further than a script may be long.
 * @param {URL} url
 */
async function textOf(url) {
  const chunks = [];
  let size = 0;
  for await (const chunk of url.protocol === "file:" ? createReadStream(url) : await bodyAt(url)) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`the script is longer than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * The body of an answer with a script in it.
 * @param {URL} url
 */
async function bodyAt(url) {
  const { ok, status, body } = await fetch(url).catch((error) => {
    throw new Error(`the script cannot be fetched: ${error.cause?.code ?? error.message}`);
  });
  if (!ok || body === null) throw new Error(`the script cannot be fetched: status ${status}`);
  return body;
}
