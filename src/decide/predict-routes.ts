import type { Environment } from "../model/client.ts";
import type { AskedClient, ClientRoute } from "../model/client-route.ts";
import { askClient } from "./ask-client.ts";
import { CLIENTS } from "./clients/index.ts";

/**
 * Which way each client goes to each URL with these settings, URL by URL. One whose version is not given is taken
 * for the one that its model is of.
 */
export function predictRoutes(
  urls: readonly string[],
  clients: readonly AskedClient[],
  environment: Environment,
): readonly ClientRoute[] {
  return urls.flatMap((url) =>
    clients.map(({ client, named, version }) => ({
      url,
      client,
      named,
      version: version ?? CLIENTS[client].version,
      isAssumed: version === undefined,
      decision: askClient(CLIENTS[client], environment, url, version),
    })),
  );
}
