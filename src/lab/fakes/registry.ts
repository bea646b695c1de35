import type { Answer, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";

/** A registry of images that sends a caller without a token to where one is had (Docker registry API v2). */
export function registryOf(realm: string, service: string): Fake {
  return {
    443: {
      speaks: "https",
      answer: (ask) => (pathOf(ask) === "/v2/" ? unauthorized(realm, service) : NOT_FOUND),
    },
  };
}

function unauthorized(realm: string, service: string): Answer {
  const errors = [{ code: "UNAUTHORIZED", message: "authentication required", detail: null }];
  return {
    status: 401,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Docker-Distribution-Api-Version": "registry/2.0",
      "Www-Authenticate": `Bearer realm="${realm}",service="${service}"`,
    },
    body: `${JSON.stringify({ errors })}\n`,
  };
}

const NOT_FOUND: Answer = {
  status: 404,
  headers: { "Content-Type": "text/plain; charset=utf-8" },
  body: "404 page not found\n",
};
