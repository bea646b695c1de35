import type { ClientName, Environment } from "../model/client.ts";
import type { ClientRoute } from "../model/client-route.ts";
import { askClient } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";

/**
 * Which way each client goes to each URL with these settings, URL by URL, with what it does not read of them.
 * A client whose version is not given is taken for the one that its model is of.
 */
export function predictRoutes(
  urls: readonly string[],
  clients: readonly ClientName[],
  environment: Environment,
  versions: ReadonlyMap<ClientName, string> = new Map(),
): readonly ClientRoute[] {
  return urls.flatMap((url) =>
    clients.map((client) => ({
      url,
      client,
      decision: askClient(CLIENTS[client], environment, url, versions.get(client)),
    })),
  );
}
