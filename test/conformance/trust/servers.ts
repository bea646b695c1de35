import { once } from "node:events";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import selfsigned from "selfsigned";

/** A server, and whether a client has sent it a request, which it does where it accepts the certificate. */
export type Server = {
  readonly url: string;
  /** Since the last time. */
  readonly wasAsked: () => boolean;
  readonly close: () => void;
};

/** An authority's certificate and key, PEM. */
export type Authority = { readonly cert: string; readonly key: string };

/** What its certificate is like where it is not as it should be. */
type Leaf = { readonly name?: string; readonly validTo?: Date };

const ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
const ALGORITHM = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** An authority that is its own issuer, or another's. */
export async function makeAuthority(name: string, issuer?: Authority): Promise<Authority> {
  const made = await selfsigned.generate([{ name: "commonName", value: name }], {
    ...ALGORITHM,
    ...(issuer && { ca: issuer }),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** A server on loopback whose certificate an authority has signed; it presents that authority's besides. */
export async function startServer(authority: Authority, leaf: Leaf = {}): Promise<Server> {
  const { name = "localhost", validTo = new Date(Date.now() + YEAR_MS) } = leaf;
  const made = await selfsigned.generate([{ name: "commonName", value: name }], {
    ...ALGORITHM,
    ca: authority,
    notBeforeDate: new Date(validTo.getTime() - 2 * YEAR_MS),
    notAfterDate: validTo,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: name }] },
    ],
  });
  let asked = false;
  const server = tls.createServer(
    { cert: `${made.cert}\n${authority.cert}`, key: made.private },
    (socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        asked = true;
        socket.end(ANSWER);
      });
    },
  );
  server.on("tlsClientError", (_, socket) => socket.destroy());
  server.listen({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/`,
    wasAsked: () => {
      const was = asked;
      asked = false;
      return was;
    },
    close: () => server.close(),
  };
}
