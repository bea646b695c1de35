import type { Client, ClientName } from "../../model/client.ts";
import { apt } from "./apt.ts";
import { botocore } from "./botocore.ts";
import { curl } from "./curl.ts";
import { git } from "./git.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { nodeProxyAgent } from "./node-proxy-agent.ts";
import { nodeUndici } from "./node-undici.ts";
import { pythonRequests } from "./python-requests.ts";
import { pythonUrllib } from "./python-urllib.ts";
import { wget } from "./wget.ts";

/** The model of each client, in the order in which they are shown. */
export const CLIENTS = {
  curl,
  wget,
  apt,
  git,
  "python-urllib": pythonUrllib,
  "python-requests": pythonRequests,
  botocore,
  go,
  java,
  "node-undici": nodeUndici,
  "node-proxy-agent": nodeProxyAgent,
} satisfies Record<ClientName, Client>;
