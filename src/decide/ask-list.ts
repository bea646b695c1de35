import type { ClientDecision, Environment } from "../model/client.ts";
import { CLIENTS } from "./clients/index.ts";
import type { Reader } from "./readers.ts";

const ANY_PROXY: Environment = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"].map((name) => {
  return { name, value: "http://proxy.invalid:3128", origin: "" };
});

/** Which way a client goes that has a proxy for everything, and this list of exceptions under both spellings. */
export function askWithList({ client, version }: Reader, list: string, url: string): ClientDecision {
  const lists = ["NO_PROXY", "no_proxy"].map((name) => ({ name, value: list, origin: "" }));
  return CLIENTS[client].decide([...ANY_PROXY, ...lists], url, version);
}
