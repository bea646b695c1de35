import type { Answer, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";
import { registryOf } from "./registry.ts";

const NOT_FOUND: Answer = {
  status: 404,
  headers: { "Content-Type": "text/plain; charset=utf-8" },
  body: "404 page not found\n",
};

/** The licence service: tells a caller its address, as the internet sees it (domain-facts 2.5). */
export function licenseApi(callerAddress: string): Fake {
  return {
    443: {
      speaks: "https",
      answer: (ask) =>
        pathOf(ask) === "/market/v1/echo/ip"
          ? { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: callerAddress }
          : NOT_FOUND,
    },
  };
}

/** The installer's home: a shell script, and a health page without a body (domain-facts 2.5). */
export const installer: Fake = {
  443: {
    speaks: "https",
    answer: (ask) => {
      switch (pathOf(ask)) {
        case "/docker":
          return { status: 200, headers: { "Content-Type": "text/x-shellscript" }, body: SCRIPT };
        case "/healthz":
          return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body: "" };
        default:
          return NOT_FOUND;
      }
    },
  },
};

const SCRIPT = `#!/bin/bash

set -e

echo "this is the installer of proxy-doctor's lab; it installs nothing"
`;

/** Replicated's registry: who may pull is asked first (domain-facts 2.5). */
export const registry: Fake = registryOf(
  "https://registry.replicated.com/v2/token",
  "registry.replicated.com",
);
