import { createPrivateKey } from "node:crypto";
import type { Socket } from "node:net";
import { type Duplex, duplexPair } from "node:stream";
import tls from "node:tls";

/** A key that is no secret: its number is 1. It guards nothing and vouches for nobody. */
const KEY = {
  kty: "EC",
  crv: "P-256",
  d: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
  x: "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
  y: "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
};

/** Its certificate, for `rehearsal.invalid`, until 2126. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBNDCB2wIUMvY3ywz1NrEf8J8nHl477XEEi+gwCgYIKoZIzj0EAwIwHDEaMBgG
A1UEAwwRcmVoZWFyc2FsLmludmFsaWQwIBcNMjYxMTI0MjA0OTM4WhgPMjEyNjEw
MzEyMDQ5MzhaMBwxGjAYBgNVBAMMEXJlaGVhcnNhbC5pbnZhbGlkMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiY
wpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9TAKBggqhkjOPQQDAgNI
ADBFAiEA5SCtgsBcTj/C8x51Mcmmzf/W99vj/u5VWk6VKBer15ICIC3Qorgw1ocO
gniu73GOKYGfctsJCBtlZiKCXJlhaiYg
-----END CERTIFICATE-----
`;

/** The first byte of a TLS record that shakes hands (RFC 8446, section 5.1). */
const HANDSHAKE = 22;

/** A connection in memory to one who is every proxy and every target: says yes to SOCKS, CONNECT, TLS and requests. */
export function connectInMemory(): Socket {
  const [near, far] = duplexPair();
  const layers: Duplex[] = [];
  serve(far, credentials(), layers);
  setImmediate(() => near.emit("connect"));
  near.once("close", () => {
    // Outermost first, as on our side.
    for (const layer of layers.reverse()) layer.destroy();
  });
  return Object.assign(near, { setNoDelay: () => near }) as unknown as Socket;
}

function credentials(): tls.SecureContext {
  const key = createPrivateKey({ key: KEY, format: "jwk" }).export({ type: "pkcs8", format: "pem" });
  // Without a word on authorities Node reads all of its own, which takes thirty milliseconds.
  return tls.createSecureContext({ key, cert: CERTIFICATE, ca: [] });
}

function serve(stream: Duplex, secureContext: tls.SecureContext, layers: Duplex[]): void {
  layers.push(stream);
  const hear = (chunk: Buffer) => {
    if (chunk[0] !== HANDSHAKE) {
      stream.write(answerTo(chunk));
      return;
    }
    stream.off("data", hear);
    // Laid on a TLS socket itself, TLS would not see the bytes that have been read from it.
    const [outer, inner] = duplexPair();
    outer.write(chunk);
    stream.pipe(outer).pipe(stream);
    serve(new tls.TLSSocket(inner as Socket, { isServer: true, secureContext }), secureContext, layers);
  };
  stream.on("data", hear).on("error", () => undefined);
}

function answerTo(chunk: Buffer): Buffer | string {
  // SOCKS 4 and 5 begin with their number; a greeting of SOCKS 5 is shorter than any request.
  if (chunk[0] === 4) return Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]);
  if (chunk[0] === 5) return Buffer.from(chunk.length < 5 ? [5, 0] : [5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  const length = chunk.toString("latin1").startsWith("CONNECT ") ? "" : "Content-Length: 0\r\n";
  return `HTTP/1.1 200 OK\r\n${length}\r\n`;
}
