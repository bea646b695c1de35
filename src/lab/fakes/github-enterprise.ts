import type { Answer, Ask, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";

const HEADERS = { Server: "GitHub.com", "X-GitHub-Request-Id": "2f1c8a4e-6b3d-4f7a-9e05-7c1d2b8a4f60" };
const VERSION = "2.16.3";

/**
 * GitHub Enterprise: its health page and API over TLS, a redirect from port 80, and the banner of its git
 * server on port 22 (domain-facts 2.4).
 */
export function githubEnterprise(host: string): Fake {
  return {
    22: { speaks: "tcp", converse: (socket) => socket.resume().write("SSH-2.0-babeld-f3e6d0c9\r\n") },
    80: {
      speaks: "http",
      answer: ({ path }) => ({
        status: 301,
        headers: { Location: `https://${host}${path}`, "Content-Type": "text/html" },
        body: "<html>\r\n<head><title>301 Moved Permanently</title></head>\r\n</html>\r\n",
      }),
    },
    443: { speaks: "https", answer: overTls },
  };
}

function overTls(ask: Ask): Answer {
  switch (pathOf(ask)) {
    case "/status":
      return { status: 200, headers: { ...HEADERS, "Content-Type": "text/plain" }, body: "GitHub lives!" };
    case "/api/v3/meta":
      return json(200, { verifiable_password_authentication: true, installed_version: VERSION });
    default:
      return ask.path.startsWith("/api/")
        ? json(404, { message: "Not Found" })
        : { status: 302, headers: { ...HEADERS, Location: "/login" }, body: "" };
  }
}

function json(status: number, content: unknown): Answer {
  return {
    status,
    headers: {
      ...HEADERS,
      "Content-Type": "application/json; charset=utf-8",
      "X-GitHub-Enterprise-Version": VERSION,
      "X-GitHub-Media-Type": "github.v3; format=json",
    },
    body: JSON.stringify(content),
  };
}
