import type { ClientName } from "../model/client.ts";
import { readsExceptions, readsProxy } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";
import { isBypassList } from "./names.ts";

const URLS = ["http://www.example.com/", "https://www.example.com/"] as const;

/** Whether a client reads a variable of this name in lower case, and not as it is spelled. */
export function readsLowerCaseOnly(client: ClientName, name: string): boolean {
  return !reads(client, name) && reads(client, name.toLowerCase());
}

/** Whether a client overlooks a variable in upper case as soon as the lower-case one is set to nothing. */
export function isHiddenByEmpty(client: ClientName, name: string): boolean {
  return reads(client, name) && !reads(client, name, [name.toLowerCase()]);
}

/** Whether a client goes by a variable for some URL, with others set to nothing besides. */
function reads(client: ClientName, name: string, empty: readonly string[] = []): boolean {
  const asked = isBypassList(name) ? readsExceptions : readsProxy;
  return URLS.some((url) => asked(CLIENTS[client], name, url, empty));
}
