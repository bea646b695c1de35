import type { Client, ClientName } from "../../model/client.ts";
import { apt } from "./apt.ts";
import { curl } from "./curl.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { wget } from "./wget.ts";

/** The model of each client. */
export const CLIENTS = { curl, wget, apt, go, java } as unknown as Record<ClientName, Client>;
