import net from "node:net";
import type { Talk } from "../../rig/peer.ts";
import { join } from "../../rig/proxy-talks.ts";
import * as talk from "../../rig/talks.ts";
import { type Fault, resetOr } from "../fault.ts";
import { SOCKS_4, SOCKS_5 } from "../routes.ts";

const GREETED = [5, 0];
const NOWHERE = [0, 0, 0, 0, 0, 0];
const GRANTED = [5, 0, 0, 1, ...NOWHERE];
const GRANTED_4 = [0, 90, ...NOWHERE];

/** The request may or may not be written before the reset is seen. */
const RESET_AT_ONCE = {
  either: ["request/reset", "response/reset", "request/closed", "response/closed"],
  because: "a reset that is read with the words before it is an end, and is seen before or after the request",
};

function five(name: string, server: Talk, shows: Fault["shows"], on: Fault["on"] = {}): Fault {
  return { name: `SOCKS 5, ${name}`, who: "proxy", peer: { plain: server }, routes: SOCKS_5, shows, on };
}

function four(name: string, server: Talk, shows: Fault["shows"], on: Fault["on"] = {}): Fault {
  return { name: `SOCKS 4, ${name}`, who: "proxy", peer: { plain: server }, routes: SOCKS_4, shows, on };
}

/** Grants a request in these bytes, and connects where it asks. */
function grants(granted: readonly number[]): Talk {
  return (near) =>
    near.once("data", () => {
      near.write(Buffer.from(GREETED));
      near.once("data", (request: Buffer) => {
        const far = net.connect(request.readUInt16BE(request.length - 2), "127.0.0.1");
        near.write(Buffer.from(granted));
        join(near, far);
      });
    });
}

/** Faults of SOCKS proxies of version 5 (RFC 1928, 1929). */
const VERSION_5: readonly Fault[] = [
  five("reply 1: a failure", talk.saysInTurn(GREETED, [5, 1, 0, 1, ...NOWHERE]), "tunnel/socks-refused"),
  five("reply 2: not allowed", talk.saysInTurn(GREETED, [5, 2, 0, 1, ...NOWHERE]), "tunnel/proxy-denied"),
  five(
    "reply 3: no network",
    talk.saysInTurn(GREETED, [5, 3, 0, 1, ...NOWHERE]),
    "tunnel/proxy-cannot-reach",
  ),
  five("reply 4: no host", talk.saysInTurn(GREETED, [5, 4, 0, 1, ...NOWHERE]), "tunnel/proxy-cannot-reach"),
  five("reply 5: refused", talk.saysInTurn(GREETED, [5, 5, 0, 1, ...NOWHERE]), "tunnel/proxy-cannot-reach"),
  five("reply 6: too far", talk.saysInTurn(GREETED, [5, 6, 0, 1, ...NOWHERE]), "tunnel/proxy-cannot-reach"),
  five(
    "reply 7: no such command",
    talk.saysInTurn(GREETED, [5, 7, 0, 1, ...NOWHERE]),
    "tunnel/socks-refused",
  ),
  five(
    "reply 8: no such address",
    talk.saysInTurn(GREETED, [5, 8, 0, 1, ...NOWHERE]),
    "tunnel/socks-refused",
  ),
  five("reply 99", talk.saysInTurn(GREETED, [5, 99, 0, 1, ...NOWHERE]), "tunnel/socks-refused"),
  five("no way to log in", talk.saysInTurn([5, 255]), "tunnel/proxy-auth-required"),
  five("a way to log in that was not offered", talk.saysInTurn([5, 1]), "tunnel/proxy-auth-required"),
  five(
    "a login is wanted that was not offered",
    talk.saysInTurn([5, 2], [1, 1]),
    "tunnel/proxy-auth-required",
  ),
  {
    ...five("a login is refused", talk.saysInTurn([5, 2], [1, 1]), "tunnel/proxy-auth-required"),
    login: "ann:wrong",
  },
  {
    ...five(
      "a close on the login",
      talk.saysInTurnThen([[5, 2], []], (socket) => socket.end()),
      "tunnel/closed",
    ),
    login: "ann:wrong",
  },
  { ...five("silence on the login", talk.saysInTurn([5, 2]), "tunnel/timed-out"), login: "ann:wrong" },
  five("an HTTP server", talk.saysLast("HTTP/1.1 400 Bad Request\r\n\r\n"), "tunnel/not-a-proxy"),
  five("an SSH server", talk.saysAtOnce("SSH-2.0-OpenSSH_9.2\r\n"), "tunnel/not-a-proxy"),
  five("a SOCKS 4 proxy", talk.saysInTurn([0, 91, ...NOWHERE]), "tunnel/not-a-proxy"),
  five(
    "another protocol after the greeting",
    talk.saysInTurn(GREETED, "HTTP/1.1 400 Bad Request\r\n\r\n"),
    "tunnel/socks-refused",
  ),
  five("an address of no kind", talk.saysInTurn(GREETED, [5, 0, 0, 9, ...NOWHERE]), "response/not-http", {
    "https by socks5h": "tls/not-tls",
  }),
  five("silence", talk.reads, "tunnel/timed-out"),
  five("silence after the greeting", talk.saysInTurn(GREETED), "tunnel/timed-out"),
  five("half a greeting", talk.saysInTurn([5]), "tunnel/timed-out"),
  five("half a reply", talk.saysInTurn(GREETED, [5, 0, 0]), "tunnel/timed-out"),
  five(
    "half a reply, and a close",
    talk.saysInTurnThen([GREETED, [5, 0, 0]], (socket) => socket.end()),
    "tunnel/closed",
  ),
  five("a close on accept", talk.closes, {
    either: ["tunnel/closed", "tunnel/reset"],
    because: "the greeting may be written on a connection that is over",
  }),
  five("a close on the greeting", talk.closesOnRequest, "tunnel/closed"),
  five(
    "a close after the greeting",
    talk.saysInTurnThen([GREETED, []], (socket) => socket.end()),
    "tunnel/closed",
  ),
  five("a reset on the greeting", talk.resetsOnRequest, "tunnel/reset"),
  five(
    "a reset after the greeting",
    talk.saysInTurnThen([GREETED, []], (socket) => socket.resetAndDestroy()),
    resetOr("tunnel", "closed"),
  ),
  five(
    "a reset within the reply",
    talk.saysInTurnThen([GREETED, [5, 0]], (socket) => socket.resetAndDestroy()),
    resetOr("tunnel", "closed"),
  ),
  five("a reply that names a host", grants([5, 0, 0, 3, 4, 0x68, 0x6f, 0x73, 0x74, 0, 80]), "target 200"),
  five(
    "a reply with an IPv6 address",
    grants([5, 0, 0, 4, ...Array<number>(16).fill(0), 0, 80]),
    "target 200",
  ),
  five(
    "granted, and a close",
    talk.saysInTurnThen([GREETED, GRANTED], (socket) => socket.end()),
    "response/closed",
    { "https by socks5h": "tls/closed" },
  ),
  five(
    "granted, and a reset",
    talk.saysInTurnThen([GREETED, GRANTED], (socket) => socket.resetAndDestroy()),
    RESET_AT_ONCE,
    { "https by socks5h": resetOr("tls", "closed") },
  ),
  five("granted, and silence", talk.saysInTurn(GREETED, GRANTED), "response/timed-out", {
    "https by socks5h": "tls/timed-out",
  }),
  five(
    "granted, and garbage",
    talk.saysInTurn(GREETED, [...GRANTED, ...Buffer.from("garbage\r\n\r\n")]),
    "response/not-http",
    { "https by socks5h": "tls/not-tls" },
  ),
  five(
    "granted, with the answer in the same breath",
    talk.saysInTurn(GREETED, [...GRANTED, ...Buffer.from(talk.answer("200 OK", ["Server: good"]))]),
    "target 200",
    { "https by socks5h": "tls/not-tls" },
  ),
];

/** Faults of SOCKS proxies of version 4 and 4a. */
const VERSION_4: readonly Fault[] = [
  four("reply 91: refused", talk.saysInTurn([0, 91, ...NOWHERE]), "tunnel/socks-refused"),
  four("reply 92: no identd", talk.saysInTurn([0, 92, ...NOWHERE]), "tunnel/socks-refused"),
  four("reply 93: another user", talk.saysInTurn([0, 93, ...NOWHERE]), "tunnel/socks-refused"),
  four("reply 99", talk.saysInTurn([0, 99, ...NOWHERE]), "tunnel/not-a-proxy"),
  four("an HTTP server", talk.saysLast("HTTP/1.1 400 Bad Request\r\n\r\n"), "tunnel/not-a-proxy"),
  four("a SOCKS 5 proxy", talk.saysInTurn([5, 255]), "tunnel/timed-out"),
  four("silence", talk.reads, "tunnel/timed-out"),
  four("half a reply", talk.saysInTurn([0, 90, 0]), "tunnel/timed-out"),
  four(
    "half a reply, and a close",
    talk.saysInTurnThen([[0, 90, 0]], (socket) => socket.end()),
    "tunnel/closed",
  ),
  four("a close", talk.closesOnRequest, "tunnel/closed"),
  four("a reset", talk.resetsOnRequest, "tunnel/reset"),
  four(
    "granted, and a close",
    talk.saysInTurnThen([GRANTED_4], (socket) => socket.end()),
    "response/closed",
    { "https by socks4a": "tls/closed" },
  ),
  four(
    "granted, and a reset",
    talk.saysInTurnThen([GRANTED_4], (socket) => socket.resetAndDestroy()),
    RESET_AT_ONCE,
    { "https by socks4a": resetOr("tls", "closed") },
  ),
  four("granted, and silence", talk.saysInTurn(GRANTED_4), "response/timed-out", {
    "https by socks4a": "tls/timed-out",
  }),
  four(
    "granted, with the answer in the same breath",
    talk.saysInTurn([...GRANTED_4, ...Buffer.from(talk.answer("200 OK", ["Server: good"]))]),
    "target 200",
    { "https by socks4a": "tls/not-tls" },
  ),
];

/** Faults of SOCKS proxies. */
export const SOCKS_PROXIES: readonly Fault[] = [...VERSION_5, ...VERSION_4];
