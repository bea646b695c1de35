import { hostInUrl } from "../src/model/host.ts";
import type { Installation } from "../src/model/installation.ts";
import type { Target } from "../src/model/target.ts";

const policy = { standard: "must-direct", corporate: "must-direct" } as const;
const exchange = { kind: "connect" } as const;

/**
 * Hosts that no proxy may come between, and that nobody measures, since whether they answer says nothing
 * (domain-facts 3): this machine itself, Docker's bridge, on which Replicated calls its daemon, and the other Nomad
 * clients.
 */
export function internalHosts({ nomadClients = [] }: Installation): readonly Target[] {
  const host = (name: string, url: string, reason: string): Target => {
    return { id: `internal/${name}`, url, exchange, marks: [], policy, reason };
  };
  return [
    host("loopback", "http://127.0.0.1/", "what runs on this machine is not behind any proxy"),
    host("localhost", "http://localhost/", "what runs on this machine is not behind any proxy"),
    host("docker-bridge", "http://172.17.0.1/", "containers call this machine over Docker's bridge"),
    ...nomadClients.map((client) =>
      host(
        `nomad-client-${client}`,
        `http://${hostInUrl(client)}/`,
        "connections to other Nomad clients are to bypass the proxy",
      ),
    ),
  ];
}
