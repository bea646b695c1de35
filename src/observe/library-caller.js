// Calls a URL with one of the libraries that come with proxy-doctor, as a program that uses it would.
import http from "node:http";
import https from "node:https";
import manifest from "../../package.json" with { type: "json" };

const [name, url = ""] = process.argv.slice(-2);
const library = name === "undici" ? "undici" : "proxy-agent";
call().then(() => process.exit(0));

async function call() {
  if (url === "--version") process.stdout.write(`${manifest.dependencies[library].slice(1)}\n`);
  else if (library === "undici") await withUndici();
  else await withProxyAgent();
}

async function withUndici() {
  // Bundled, it has a default export only.
  const { EnvHttpProxyAgent, request } = (await import("undici")).default;
  const dispatcher = new EnvHttpProxyAgent({
    connect: { rejectUnauthorized: false },
    requestTls: { rejectUnauthorized: false },
    proxyTls: { rejectUnauthorized: false },
  });
  await request(url, { dispatcher }).catch(() => undefined);
}

async function withProxyAgent() {
  const { ProxyAgent } = await import("proxy-agent");
  const agent = new ProxyAgent({ rejectUnauthorized: false });
  const { get } = url.startsWith("https:") ? https : http;
  await new Promise((resolve) => get(url, { agent }, resolve).on("error", resolve));
}
