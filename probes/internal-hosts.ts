import { hostInUrl } from "../src/model/host.ts";
import type { Installation } from "../src/model/installation.ts";
import type { Target } from "../src/model/target.ts";

const policy = { standard: "must-direct", corporate: "must-direct" } as const;
const HERE = "what runs on this machine is not behind any proxy";
const exchange = { kind: "connect" } as const;

/**
 * Hosts that no proxy may come between, and that nobody measures, since whether they answer says nothing
 * (domain-facts 3): this machine itself, Docker's bridge, on which Replicated calls its daemon, and the other Nomad
 * clients.
 */
export function internalHosts({ nomadClients = [] }: Installation): readonly Target[] {
  const host = (id: Target["id"], url: string, reason: string): Target => {
    return { id, url, exchange, marks: [], policy, reason };
  };
  return [
    host("internal/loopback", "http://127.0.0.1/", HERE),
    host("internal/localhost", "http://localhost/", HERE),
    host("internal/docker-bridge", "http://172.17.0.1/", "containers call this machine over Docker's bridge"),
    ...nomadClients.map((client) =>
      host(
        `nomad-clients/${client}`,
        `http://${hostInUrl(client)}/`,
        "connections to other Nomad clients are to bypass the proxy",
      ),
    ),
  ];
}
