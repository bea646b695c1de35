import type { Duplex } from "node:stream";
import { hostInUrl } from "../model/host.ts";
import type { Proxy } from "../model/route.ts";
import type { Endpoint } from "../model/target.ts";
import { keptHeaders } from "./headers.ts";
import { clientOn, orItsOwnError } from "./one-shot.ts";
import { meaningOf, refusalOf } from "./proxy-answer.ts";
import type { Done, Seen } from "./trace.ts";

/** `Proxy-Authorization` for a proxy that has credentials, percent-escapes decoded (RFC 7617). */
export function authorization({ credentials }: Proxy): Readonly<Record<string, string>> {
  if (credentials === undefined) return {};
  const [user = "", ...password] = credentials.reveal().split(":");
  const plain = Buffer.concat([decoded(user), Buffer.from(":"), decoded(password.join(":"))]);
  return { "proxy-authorization": `Basic ${plain.toString("base64")}` };
}

/** The bytes that a text with percent-escapes stands for; a `%` that begins no escape is one, as in curl 7.88. */
export function decoded(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const plain = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, "latin1");
}

/** Opens a tunnel with CONNECT. Any status but 2xx is the proxy's refusal. */
export async function openTunnel(
  socket: Duplex,
  proxy: Proxy,
  { host, port }: Endpoint,
  signal: AbortSignal,
  seen: Seen<"tunnel">,
): Promise<Done<"tunnel", Duplex>> {
  const authority = `${hostInUrl(host)}:${port}`;
  const client = clientOn(socket, "http://proxy.invalid");
  const asked = client.connect({
    path: authority,
    headers: { host: authority, "user-agent": "proxy-doctor", ...authorization(proxy) },
    signal,
  });
  const { statusCode, headers, socket: tunnel } = await orItsOwnError(socket, asked);
  tunnel.on("error", () => undefined);
  const facts = { status: statusCode, headers: keptHeaders(headers) };
  if (statusCode >= 200 && statusCode < 300) return { facts, value: tunnel };
  Object.assign(seen, facts);
  throw refusalOf("CONNECT", facts, meaningOf(statusCode, proxy));
}
