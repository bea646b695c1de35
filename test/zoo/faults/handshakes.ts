import type tls from "node:tls";
import type { Talk } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";
import type { CertificateName } from "../certificates.ts";
import { type Fault, resetOr } from "../fault.ts";
import { TLS_WAYS } from "../routes.ts";

const GOOD = talk.says(talk.answer("200 OK", ["Server: good"]));

function handshake(name: string, server: Talk, shows: Fault["shows"]): Fault {
  return { name, who: "target", peer: { plain: server }, routes: TLS_WAYS, shows };
}

function secured(name: string, options: tls.TlsOptions, shows: Fault["shows"]): Fault {
  return {
    name,
    who: "target",
    peer: { secured: { talk: GOOD, certificate: "good", options } },
    routes: TLS_WAYS,
    shows,
  };
}

/** A ServerHello of this version and cipher suite, with these extensions, in hex (RFC 5246, 7.4.1.3). */
function serverHello(version: string, cipher: string, extensions = ""): Buffer {
  const hello = Buffer.from(`${version}${"5a".repeat(32)}00${cipher}00${extensions}`, "hex");
  return Buffer.concat([Buffer.from([0x16, 3, 1, 0, hello.length + 4, 2, 0, 0, hello.length]), hello]);
}

/** A ServerHello that may be gone on from, in part or whole. */
const HELLO = serverHello("0303", "c02b", "0005ff01000100");

/** How a TLS server ends or delays the handshake, or asks for what is not there. */
export const HANDSHAKES: readonly Fault[] = [
  handshake("silence on the hello", talk.reads, "tls/timed-out"),
  handshake("a close on the hello", talk.closesOnRequest, "tls/closed"),
  handshake(
    "a half close on the hello",
    (socket) => socket.once("data", () => talk.halfCloses(socket)),
    "tls/closed",
  ),
  handshake("a reset on the hello", talk.resetsOnRequest, "tls/reset"),
  handshake("a handshake that drips", talk.drips(HELLO, 40), "tls/timed-out"),
  handshake("a handshake that stalls in a record", talk.says(HELLO.subarray(0, 20)), "tls/timed-out"),
  handshake("a handshake that stalls between records", talk.says(HELLO), "tls/timed-out"),
  handshake("a close within the handshake", talk.saysLast(HELLO), "tls/closed"),
  handshake("a close within a record", talk.saysLast(HELLO.subarray(0, 20)), "tls/closed"),
  handshake("a reset within the handshake", talk.saysAndResets(HELLO), resetOr("tls", "closed")),
  handshake(
    "records without end",
    talk.floods("", Buffer.concat([Buffer.from([0x16, 3, 3, 0x40, 0]), Buffer.alloc(0x4000, 2)])),
    "tls/tls-failed",
  ),
  handshake("a record that is too long", talk.says(Buffer.from("160303ffff", "hex")), {
    either: ["tls/not-tls", "tls/tls-failed"],
    because: "what claims such a length is no TLS, or TLS gone wrong",
  }),
  handshake("a ServerHello of TLS 1.0", talk.says(serverHello("0301", "002f")), "tls/old-tls-only"),
  handshake("a ServerHello of SSL 3", talk.says(serverHello("0300", "002f")), "tls/old-tls-only"),
  handshake(
    "a server without secure renegotiation",
    talk.says(serverHello("0303", "c02b")),
    "tls/tls-failed",
  ),
  handshake("a cipher that was not offered", talk.says(serverHello("0303", "0001")), "tls/tls-failed"),
  handshake(
    "a warning that the name is unknown, and a close",
    talk.saysLast(Buffer.from("15030300020170", "hex")),
    "tls/closed",
  ),
  handshake("a notice of closing", talk.saysLast(Buffer.from("15030300020100", "hex")), "tls/closed"),
  secured(
    "TLS 1.1 at most",
    { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" },
    "tls/old-tls-only 70",
  ),
  secured(
    "a client's certificate is asked for in TLS 1.2",
    { requestCert: true, rejectUnauthorized: true, maxVersion: "TLSv1.2" },
    "tls/tls-alert 40",
  ),
  secured(
    "a client's certificate is asked for in TLS 1.3",
    { requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" },
    {
      either: ["request/client-certificate-asked 116", "response/client-certificate-asked 116"],
      because: "the alert comes after the handshake, before or after the request is written",
    },
  ),
  secured(
    "a client's certificate is welcome",
    { requestCert: true, rejectUnauthorized: false },
    "target 200",
  ),
  secured("only HTTP/2 by ALPN", { ALPNProtocols: ["h2"] }, "tls/tls-alert 120"),
];

function presents(certificate: CertificateName, shows: Fault["shows"]): Fault {
  return {
    name: `a certificate ${certificate}`,
    who: "target",
    peer: {
      secured: {
        talk: GOOD,
        certificate,
        options:
          certificate === "with a tiny key" ? { ciphers: "DEFAULT@SECLEVEL=0", maxVersion: "TLSv1.2" } : {},
      },
    },
    routes: TLS_WAYS,
    shows,
  };
}

/** What is wrong with a certificate is told, and the answer is heard all the same. */
export const CERTIFICATES: readonly Fault[] = [
  presents("expired", "target 200 [expired]"),
  presents("not yet valid", "target 200 [not-yet-valid]"),
  presents("for another name", "target 200 [wrong name]"),
  presents("self-signed", "target 200 [self-signed]"),
  presents("of an unknown issuer", "target 200 [unknown-issuer]"),
  presents("of an unknown root", "target 200 [unknown-root]"),
  presents("without its intermediate", "target 200 [unknown-issuer]"),
  presents("with its intermediate", "target 200"),
  presents("for clients", "target 200 [not-for-servers]"),
  presents("of no authority", "target 200 [not-an-authority]"),
  presents("with a short key", "target 200"),
  presents("with a tiny key", "target 200 [weak-key]"),
  presents("with escape sequences", "target 200 [self-signed]"),
  presents("with a thousand names", "target 200 [wrong name]"),
];
