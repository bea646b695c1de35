import type { Duplex } from "node:stream";
import { hostInUrl } from "../../model/host.ts";
import type { Proxy } from "../../model/route.ts";
import type { Endpoint } from "../../model/target.ts";
import { meaningForTunnel, refusalOf } from "../answer/proxy-answer.ts";
import { type Clock, clockAhead } from "../clock.ts";
import { offersIn } from "../exchange/challenges.ts";
import { keptHeaders } from "../exchange/headers.ts";
import { clientOn, explained, orItsOwnError } from "../exchange/one-shot.ts";
import { headersWithout } from "../exchange/reflected.ts";
import { fault } from "../fault.ts";
import type { Done, Seen } from "../trace.ts";

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
  clock: Clock | undefined,
): Promise<Done<"tunnel", Duplex>> {
  const authority = `${hostInUrl(host)}:${port}`;
  const { client, heard, release } = clientOn(socket, "http://proxy.invalid");
  const login = authorization(proxy);
  const asked = client.connect({
    path: authority,
    headers: { host: authority, "user-agent": "proxy-doctor", ...login },
    signal,
  });
  const explaining = asked.catch((error: Error) => {
    throw explained(socket, heard, error);
  });
  const { statusCode, headers, socket: tunnel } = await orItsOwnError(socket, explaining).finally(release);
  tunnel.on("error", () => undefined);
  const told = headersWithout(headers, login);
  const kept = keptHeaders(told);
  const facts = {
    status: statusCode,
    headers: kept,
    ...offersIn(told),
    ...clockAhead(kept["date"], clock),
  };
  if (statusCode >= 200 && statusCode < 300) return { facts, value: tunnel };
  Object.assign(seen, facts);
  // undici takes an answer before the answer for the answer, and what follows for what the target says.
  if (statusCode < 200) throw fault("malformed-http", `an interim answer ${statusCode} to CONNECT`);
  throw refusalOf("CONNECT", facts, meaningForTunnel(statusCode, proxy));
}
