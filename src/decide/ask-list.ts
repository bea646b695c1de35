import type { ClientDecision } from "../model/client.ts";
import { ANY_PROXY } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";
import type { Reader } from "./readers.ts";

/** Which way a client goes that has a proxy for everything, and this list of exceptions under both spellings. */
export function askWithList({ client, version }: Reader, list: string, url: string): ClientDecision {
  const lists = ["NO_PROXY", "no_proxy"].map((name) => ({ name, value: list, origin: "" }));
  return CLIENTS[client].decide([...ANY_PROXY, ...lists], url, version);
}
