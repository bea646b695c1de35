// Reads a case as a line of JSON, lets undici's EnvHttpProxyAgent call its URL, and prints a line.
// The first argument names the undici to load, where it is not the one beside this project.

import { createInterface } from "node:readline";

const { EnvHttpProxyAgent, request } = await import(process.argv[2] ?? "undici");
const unchecked = { rejectUnauthorized: false };

/** @param {{ environment: NodeJS.ProcessEnv, url: string }} one */
async function call({ environment, url }) {
  process.env = environment;
  let agent;
  try {
    agent = new EnvHttpProxyAgent({ connect: unchecked, requestTls: unchecked });
    const { body } = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(3000) });
    await body.dump();
  } catch {
    // Whether it called, and whom, is for the recorder to say.
  }
  await agent?.destroy();
}

for await (const line of createInterface({ input: process.stdin })) {
  await call(JSON.parse(line));
  process.stdout.write("\n");
}
