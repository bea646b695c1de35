import type { Probe, Target } from "../src/model/target.ts";

const common = {
  exchange: { kind: "http", method: "GET", headers: {} },
  policy: { standard: "either", corporate: "must-proxy" },
  reason: "the Docker daemon pulls images from here; direct or proxied, as the network allows",
} as const;

/** A registry sends whoever has no token to where one is had (domain-facts 2.6; Docker registry API v2). */
function registry(id: Target["id"], host: string, realm: string): Target {
  return {
    ...common,
    id,
    url: `https://${host}/v2/`,
    marks: [
      { header: { name: "docker-distribution-api-version", matches: "registry/2" } },
      { status: [401], header: { name: "www-authenticate", matches: `Bearer realm="${realm}"` } },
    ],
  };
}

/**
 * Where images come from: Docker Hub, the tokens that it wants, and Quay (domain-facts 2.6, 3). The token that is
 * asked for opens nothing, and no report shows it.
 */
export const containerRegistries: Probe = () => [
  registry("container-registries/docker-hub", "registry-1.docker.io", "https://auth\\.docker\\.io/token"),
  {
    ...common,
    id: "container-registries/docker-auth",
    url: "https://auth.docker.io/token?service=registry.docker.io",
    marks: [
      {
        status: [200],
        header: { name: "content-type", matches: "^application/json" },
        body: '^\\s*\\{\\s*"(access_)?token"\\s*:\\s*"',
      },
    ],
  },
  registry("container-registries/quay", "quay.io", "https://quay\\.io/v2/auth"),
];
