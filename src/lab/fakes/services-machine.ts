import type net from "node:net";
import type { Answer, Ask, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";

/**
 * The Services machine: CircleCI's interface on 80 and 443, Replicated's console on 8800, the VM service on
 * 3001, and three ports that say nothing of their own accord (domain-facts 2.7, 7).
 */
export function servicesMachine(host: string): Fake {
  return {
    80: { speaks: "http", answer: (ask) => (isHealthCheck(ask) ? healthy() : toTls(host, ask)) },
    443: { speaks: "https", answer: frontend },
    3001: { speaks: "http", answer: vmService },
    4647: { speaks: "tcp", converse: listenOnly },
    7171: { speaks: "tcp", converse: listenOnly },
    8585: { speaks: "tcp", converse: speakHttp2Only },
    8800: { speaks: "self-signed-https", answer: replicatedConsole },
  };
}

function isHealthCheck(ask: Ask): boolean {
  return pathOf(ask) === "/health-check";
}

function healthy(): Answer {
  return { status: 200, headers: { "Content-Type": "text/plain" }, body: "OK" };
}

function toTls(host: string, { path }: Ask): Answer {
  return { status: 301, headers: { Location: `https://${host}${path}` }, body: "" };
}

function frontend(): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "X-Circleci-Identity": "circle-www-services",
      "X-Circleci-Request-Id": "9d0f4c1e-5a2b-4e38-8c67-1b3f6d2a9e05",
    },
    body: "<!DOCTYPE html>\n<html>\n<head><title>CircleCI</title></head>\n<body></body>\n</html>\n",
  };
}

function vmService(ask: Ask): Answer {
  return pathOf(ask) === "/status"
    ? healthy()
    : { status: 404, headers: { "Content-Type": "text/plain" }, body: "Not Found" };
}

/** A console that waits for its first password. */
function replicatedConsole(ask: Ask): Answer {
  return pathOf(ask) === "/create-password"
    ? {
        status: 200,
        headers: { "Content-Type": "text/html; charset=utf-8" },
        body: "<!DOCTYPE html>\n<html>\n<head><title>Replicated</title></head>\n<body></body>\n</html>\n",
      }
    : { status: 302, headers: { Location: "/create-password" }, body: "" };
}

/** Nomad closes without a word when its caller does (hashicorp/nomad `rpc.go`). */
function listenOnly(socket: net.Socket): void {
  socket.resume();
}

/** A gRPC server greets the HTTP/2 preface with its settings (RFC 9113, 3.4), and hangs up on HTTP/1.1. */
function speakHttp2Only(socket: net.Socket): void {
  const emptySettings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
  socket.once("data", (bytes) => {
    if (bytes.toString("latin1").startsWith("PRI * HTTP/2.0\r\n")) socket.resume().write(emptySettings);
    else socket.end();
  });
}
