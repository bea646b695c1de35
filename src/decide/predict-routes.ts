import type { Client, ClientName, Environment } from "../model/client.ts";
import type { ClientRoute } from "../model/client-route.ts";
import { CLIENTS } from "./clients/index.ts";
import { overlooked } from "./overlooked.ts";

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
    clients.map((name) => predict(CLIENTS[name], environment, url, versions.get(name))),
  );
}

function predict(
  client: Client,
  environment: Environment,
  url: string,
  version: string | undefined,
): ClientRoute {
  const decision = client.decide(environment, url, version);
  const because = [...decision.because, ...overlooked(client, environment, url, decision)];
  return { url, client: client.name, decision: { ...decision, because } };
}
