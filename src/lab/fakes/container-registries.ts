import type { Answer, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";
import { registryOf } from "./registry.ts";

/** Docker Hub's registry (domain-facts 2.6). */
export const dockerHub: Fake = registryOf("https://auth.docker.io/token", "registry.docker.io");

/** Where Docker Hub's tokens are had. The lab's looks like one, and opens nothing (domain-facts 2.6). */
export const dockerAuth: Fake = {
  443: {
    speaks: "https",
    answer: (ask) => (pathOf(ask) === "/token" ? json(200, GRANT) : json(404, { details: "not found" })),
  },
};

const TOKEN = "eyJhbGciOiJub25lIn0.eyJhdWQiOiJyZWdpc3RyeS5kb2NrZXIuaW8ifQ.of-the-lab";
const GRANT = { token: TOKEN, access_token: TOKEN, expires_in: 300, issued_at: "2019-02-01T09:30:00Z" };

function json(status: number, content: unknown): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body: `${JSON.stringify(content)}\n`,
  };
}

/** Quay, which refuses as Docker's registries do, but calls its one word a page (quay/quay `endpoints/v2`). */
export const quay: Fake = {
  443: {
    speaks: "https",
    answer: (ask) =>
      pathOf(ask) === "/v2/"
        ? {
            status: 401,
            headers: {
              "Content-Type": "text/html; charset=utf-8",
              "Docker-Distribution-Api-Version": "registry/2.0",
              "Www-Authenticate": 'Bearer realm="https://quay.io/v2/auth",service="quay.io"',
            },
            body: "true",
          }
        : { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" }, body: "" },
  },
};
