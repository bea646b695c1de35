import http from "node:http";
import https from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { Server } from "proxy-chain";
import {
  type CertificateAuthority,
  type Credentials,
  createAuthority,
} from "../../../src/lab/certificate-authority.ts";
import { holdClosedPort } from "../../../src/lab/closed-port.ts";
import { type Listener, startListening } from "../../../src/lab/listener.ts";
import { openBlackHole } from "./black-hole.ts";

/** What a question's servers stand on: everything that is opened is closed in the end, the last first. */
export type Scene = {
  readonly open: (starting: Promise<Listener>) => Promise<number>;
  readonly authority: CertificateAuthority;
  readonly credentials: Credentials;
  readonly close: () => Promise<void>;
};

/** An empty scene, with an authority and a certificate for loopback. */
export async function openScene(): Promise<Scene> {
  const opened: (() => Promise<void>)[] = [];
  const open = async (starting: Promise<Listener>): Promise<number> => {
    const listener = await starting;
    opened.unshift(listener.close);
    return listener.port;
  };
  const authority = await createAuthority("bench");
  const credentials = await authority.issue(["127.0.0.1", "localhost"]);
  const close = async () => {
    for (const end of opened) await end();
  };
  return { open, authority, credentials, close };
}

/** A target over http, which answers after `delayMs`. */
export function startTarget(delayMs = 0): Promise<Listener> {
  return startListening(http.createServer(answering(delayMs)));
}

/** A target over https. */
export function startSecureTarget(credentials: Credentials): Promise<Listener> {
  return startListening(https.createServer({ ...credentials }, answering(0)));
}

/** A real HTTP proxy; behind TLS where it is given a certificate. */
export async function startProxy(credentials?: Credentials): Promise<Listener> {
  const common = { host: "127.0.0.1", port: 0 };
  const server =
    credentials === undefined
      ? new Server(common)
      : new Server({ ...common, serverType: "https", httpsOptions: { ...credentials } });
  await server.listen();
  return { port: server.port, close: () => server.close(true) };
}

/** URLs of every kind of target: two that answer, a slow one, one that refuses, and one whose packets vanish. */
export async function openTargets({ open, credentials }: Scene, slowMs: number) {
  return {
    plain: `http://127.0.0.1:${await open(startTarget())}/`,
    secure: `https://127.0.0.1:${await open(startSecureTarget(credentials))}/`,
    slow: `http://127.0.0.1:${await open(startTarget(slowMs))}/`,
    closed: `http://127.0.0.1:${await open(holdClosedPort())}/`,
    vanished: `http://127.0.0.1:${await open(openBlackHole())}/`,
  };
}

function answering(delayMs: number): http.RequestListener {
  return async (_request, response) => {
    if (delayMs > 0) await pause(delayMs);
    response.setHeader("X-Bench", "target");
    response.end("hello\n");
  };
}
