// Reads a case as a line of JSON, lets proxy-agent call its URL, and prints a line.
// The first argument names the proxy-agent to load, where it is not the one beside this project.

import { get } from "node:http";
import { get as getSecurely } from "node:https";
import { createInterface } from "node:readline";

const { ProxyAgent } = await import(process.argv[2] ?? "proxy-agent");

// A proxy that ends the TLS handshake makes https-proxy-agent throw where nobody can catch it.
process.on("uncaughtException", () => undefined);

/**
 * Calls a URL and comes back when the call has been answered, refused or given up.
 *
 * @param {string} url
 * @param {import("node:http").Agent} agent
 */
function request(url, agent) {
  return new Promise((resolve) => {
    const call = url.startsWith("https:") ? getSecurely : get;
    const signal = AbortSignal.timeout(3000);
    call(url, { agent, signal, rejectUnauthorized: false }, (response) => response.resume())
      .on("error", resolve)
      .on("close", resolve);
  });
}

/** @param {{ environment: NodeJS.ProcessEnv, url: string }} one */
async function put({ environment, url }) {
  process.env = environment;
  const agent = new ProxyAgent();
  try {
    await request(url, agent);
  } catch {
    // A URL that is refused calls nobody.
  }
  agent.destroy();
}

for await (const line of createInterface({ input: process.stdin })) {
  await put(JSON.parse(line));
  process.stdout.write("\n");
}
