import type { Client, ClientName } from "../../model/client.ts";
import { curl } from "./curl.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { nodeProxyAgent } from "./node-proxy-agent.ts";
import { nodeUndici } from "./node-undici.ts";

/** The model of each client. */
export const CLIENTS = {
  curl,
  go,
  java,
  "node-undici": nodeUndici,
  "node-proxy-agent": nodeProxyAgent,
} as unknown as Record<ClientName, Client>;
