import type { Client, ClientName } from "../../model/client.ts";
import { curl } from "./curl.ts";
import { git } from "./git.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";

/** The model of each client. */
export const CLIENTS = { curl, go, java, git } as Partial<Record<ClientName, Client>> as Record<
  ClientName,
  Client
>;
