import type { Client, ClientName } from "../../model/client.ts";
import { botocore } from "./botocore.ts";
import { curl } from "./curl.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { pythonRequests } from "./python-requests.ts";
import { pythonUrllib } from "./python-urllib.ts";

/** The model of each client. */
export const CLIENTS = {
  curl,
  "python-urllib": pythonUrllib,
  "python-requests": pythonRequests,
  botocore,
  go,
  java,
} as unknown as Record<ClientName, Client>;
