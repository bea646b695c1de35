import net from "node:net";
import type { Talk } from "../../rig/peer.ts";
import { join } from "../../rig/proxy-talks.ts";
import * as talk from "../../rig/talks.ts";
import type { CertificateName } from "../certificates.ts";
import { alike, type Fault, resetOr } from "../fault.ts";
import { FORWARDS, OVER_TLS, TUNNELS } from "../routes.ts";

const SQUID = ["Server: squid/5.7", "Content-Type: text/html"];
const OPENED = "HTTP/1.1 200 Connection established\r\n\r\n";

function tunnel(name: string, server: Talk, shows: Fault["shows"], on: Fault["on"] = {}): Fault {
  return { name: `to CONNECT, ${name}`, who: "proxy", peer: alike(server), routes: TUNNELS, shows, on };
}

function tunnelStatus(status: string, shows: Fault["shows"], headers: readonly string[] = SQUID): Fault {
  return tunnel(status, talk.says(talk.answer(status, headers, "<p>no</p>")), shows);
}

/** Opens the tunnel that it is asked for with these words. */
function opens(words: string): Talk {
  return (near) =>
    near.once("data", (asked: Buffer) => {
      const far = net.connect(Number(/:(\d+) /.exec(asked.toString("latin1"))?.[1]), "127.0.0.1");
      near.write(words);
      join(near, far);
    });
}

/** What a proxy answers to CONNECT. Not all of a status is told by its first digit. */
const REFUSALS: readonly Fault[] = [
  tunnelStatus("301 Moved Permanently", "tunnel/proxy-redirects 301", ["Location: http://portal.test/"]),
  tunnelStatus("302 Found", "tunnel/proxy-redirects 302", ["Location: http://portal.test/"]),
  tunnelStatus("303 See Other", "tunnel/proxy-redirects 303", ["Location: http://portal.test/"]),
  tunnelStatus("307 Temporary Redirect", "tunnel/proxy-redirects 307", ["Location: http://portal.test/"]),
  tunnelStatus("308 Permanent Redirect", "tunnel/proxy-redirects 308", ["Location: http://portal.test/"]),
  tunnelStatus("400 Bad Request", "tunnel/proxy-refuses-tunnel 400"),
  tunnelStatus("401 Unauthorized", "tunnel/not-a-proxy 401"),
  tunnelStatus("403 Forbidden", "tunnel/proxy-denied 403", [...SQUID, "X-Squid-Error: ERR_ACCESS_DENIED 0"]),
  tunnelStatus("404 Not Found", "tunnel/not-a-proxy 404"),
  tunnelStatus("405 Method Not Allowed", "tunnel/proxy-refuses-tunnel 405"),
  tunnelStatus("407 Proxy Authentication Required", "tunnel/proxy-auth-required 407", [
    'Proxy-Authenticate: Basic realm="a"',
  ]),
  tunnelStatus("451 Unavailable For Legal Reasons", "tunnel/proxy-denied 451"),
  tunnelStatus("500 Unable to connect", "tunnel/proxy-cannot-reach 500"),
  tunnelStatus("501 Not Implemented", "tunnel/proxy-refuses-tunnel 501"),
  tunnelStatus("502 Bad Gateway", "tunnel/proxy-cannot-reach 502"),
  tunnelStatus("503 Service Unavailable", "tunnel/proxy-cannot-reach 503"),
  tunnelStatus("504 Gateway Timeout", "tunnel/proxy-cannot-reach 504"),
  tunnelStatus("511 Network Authentication Required", "tunnel/proxy-denied 511"),
  tunnelStatus("593 Not Found", "tunnel/proxy-cannot-reach 593"),
  tunnelStatus("999 Request denied", "tunnel/proxy-cannot-reach 999"),
  {
    ...tunnelStatus("401 to a login", "tunnel/proxy-auth-required 401", ["Server: tinyproxy/1.11.1"]),
    login: "ann:wrong",
  },
  tunnel(
    "403 and an endless page",
    talk.floods("HTTP/1.1 403 Forbidden\r\n\r\n", "x".repeat(16_384)),
    "tunnel/proxy-denied 403",
  ),
  tunnel(
    "403 and half a page",
    talk.says("HTTP/1.1 403 Forbidden\r\nContent-Length: 99\r\n\r\nno"),
    "tunnel/proxy-denied 403",
  ),
];

/** A proxy that says nothing, goes, or speaks another language. */
const NO_ANSWER: readonly Fault[] = [
  tunnel("silence", talk.reads, "tunnel/timed-out"),
  tunnel("a close", talk.closesOnRequest, "tunnel/closed"),
  tunnel("a half close", (socket) => socket.once("data", () => talk.halfCloses(socket)), "tunnel/closed"),
  tunnel("a reset", talk.resetsOnRequest, "tunnel/reset"),
  tunnel("a close on accept", talk.closes, {
    either: ["tunnel/closed", "tunnel/reset"],
    because: "CONNECT may be written on a connection that is over",
  }),
  tunnel("a close within the status line", talk.saysLast("HTTP/1.1 2"), "tunnel/cut-short"),
  tunnel("a close within the headers", talk.saysLast("HTTP/1.1 200 OK\r\nVia: x"), "tunnel/cut-short"),
  tunnel(
    "a reset within the headers",
    talk.saysAndResets("HTTP/1.1 200 OK\r\nVia: x"),
    resetOr("tunnel", "cut-short"),
  ),
  tunnel("headers that drip", talk.repeats("HTTP/1.1 200 OK\r\n", "a: b\r\n", 20), "tunnel/timed-out"),
  tunnel("a status line that drips", talk.drips(OPENED, 100), "tunnel/timed-out"),
  tunnel("headers that stall", talk.says("HTTP/1.1 200 OK\r\nVia"), "tunnel/timed-out"),
  tunnel(
    "endless headers",
    talk.floods("HTTP/1.1 200 OK\r\n", "x: yyyyyyyyyyyyy\r\n".repeat(99)),
    "tunnel/headers-too-large",
  ),
  tunnel(
    "a header of 100 KB",
    talk.says(`HTTP/1.1 200 OK\r\nX-A: ${"a".repeat(100_000)}\r\n\r\n`),
    "tunnel/headers-too-large",
  ),
  tunnel(
    "an endless status line",
    talk.floods("HTTP/1.1 200 ", "y".repeat(10_000)),
    "tunnel/headers-too-large",
  ),
  tunnel("garbage", talk.says("\0\u0001garbage\r\n\r\n"), "tunnel/not-a-proxy"),
  tunnel("garbage without an end", talk.says("\u0005\u0001garbage"), "tunnel/not-a-proxy"),
  tunnel("the banner of an SSH server", talk.says("SSH-2.0-OpenSSH_9.2\r\n"), "tunnel/not-a-proxy"),
  tunnel("the greeting of an SMTP server", talk.says("220 mail.example ESMTP\r\n"), "tunnel/not-a-proxy"),
  tunnel("a page of HTTP/0.9", talk.says("<html>old school</html>"), "tunnel/not-a-proxy"),
  tunnel(
    "frames of HTTP/2",
    talk.says(Buffer.from("00000604000000000000040000ffff", "hex")),
    "tunnel/not-a-proxy",
  ),
  tunnel("a TLS alert", talk.says(Buffer.from("15030300020228", "hex")), "tunnel/not-a-proxy"),
  tunnel("the word of a SOCKS proxy", talk.says(Buffer.from([5, 255])), "tunnel/not-a-proxy"),
];

/** A tunnel that is opened in odd words. */
const ODD_CONSENTS: readonly Fault[] = [
  tunnel("HTTP/1.0 200", opens("HTTP/1.0 200 OK\r\n\r\n"), "target 200", { "ssh by http": "target" }),
  tunnel("200 without a reason", opens("HTTP/1.1 200\r\n\r\n"), "target 200", { "ssh by http": "target" }),
  tunnel("204", opens("HTTP/1.1 204 No Content\r\n\r\n"), "target 200", { "ssh by http": "target" }),
  tunnel("200 with a length", opens("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), "target 200", {
    "ssh by http": "target",
  }),
  tunnel("200 with chunks", opens("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), "target 200", {
    "ssh by http": "target",
  }),
  tunnel(
    "200 with a length and chunks",
    opens("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n"),
    "tunnel/malformed-http",
  ),
  tunnel("200 in lines that end in LF", opens("HTTP/1.1 200 OK\n\n"), "tunnel/malformed-http"),
  tunnel("200 in two lines", opens("HTTP/1.1 200\r\n OK\r\n\r\n"), "tunnel/malformed-http"),
  tunnel("200 in lower case", opens("http/1.1 200 OK\r\n\r\n"), "tunnel/not-a-proxy"),
  tunnel("1000", opens("HTTP/1.1 1000 OK\r\n\r\n"), "tunnel/malformed-http"),
  tunnel("a NUL in a header", opens("HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n"), "tunnel/malformed-http"),
  tunnel(
    "100 before 200",
    opens("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "tunnel/malformed-http",
  ),
  tunnel(
    "103 before 200",
    opens("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    "tunnel/malformed-http",
  ),
  tunnel(
    "101",
    opens("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
    "tunnel/malformed-http",
  ),
  tunnel(
    "a flood of 102",
    talk.floods("", "HTTP/1.1 102 Processing\r\n\r\n".repeat(20)),
    "tunnel/malformed-http",
  ),
];

/** A tunnel that is opened and leads nowhere. */
const FALSE_CONSENTS: readonly Fault[] = [
  tunnel("200, and a close", talk.saysLast(OPENED), "tls/closed", { "ssh by http": "response/closed" }),
  tunnel("200, and a reset", talk.saysAndResets(OPENED), resetOr("tls", "closed"), {
    "ssh by http": resetOr("response", "closed"),
  }),
  tunnel("200, and silence", talk.says(OPENED), "tls/timed-out", { "ssh by http": "response/timed-out" }),
  tunnel("200, and garbage", talk.says(`${OPENED}garbage\r\n`), "tls/not-tls", {
    "ssh by http": "response/timed-out",
  }),
  tunnel("200, and its own page", talk.saysLast(`${OPENED}<html>blocked</html>`), "tls/not-tls", {
    "ssh by http": "someone-else",
  }),
  tunnel(
    "200, and a body of its own",
    talk.saysLast(talk.answer("200 OK", ["Content-Type: text/html"], "<html>log in</html>")),
    "tls/not-tls",
    { "ssh by http": "someone-else" },
  ),
  tunnel("200, and an alert", talk.saysInTurn(OPENED, [0x15, 3, 3, 0, 2, 2, 112]), "tls/tls-alert 112", {
    "ssh by http": "response/timed-out",
  }),
  tunnel(
    "200, and a close on the hello",
    talk.saysInTurnThen([OPENED, ""], (socket) => socket.end()),
    "tls/closed",
    { "ssh by http": "response/timed-out" },
  ),
  tunnel(
    "200, and a reset on the hello",
    talk.saysInTurnThen([OPENED, ""], (socket) => socket.resetAndDestroy()),
    resetOr("tls", "closed"),
    { "ssh by http": "response/timed-out" },
  ),
];

function forward(name: string, server: Talk, shows: Fault["shows"]): Fault {
  return {
    name: `to a request to forward, ${name}`,
    who: "proxy",
    peer: alike(server),
    routes: FORWARDS,
    shows,
  };
}

function forwardStatus(status: string, headers: readonly string[], shows: Fault["shows"], body = ""): Fault {
  return forward(
    `${status} of ${headers[0] ?? "nobody's"}`,
    talk.says(talk.answer(status, headers, body)),
    shows,
  );
}

/** What a proxy answers in a target's place. */
const FORWARDED: readonly Fault[] = [
  forwardStatus("302 Found", SQUID, "someone-else 302"),
  forwardStatus("302 Found", ["Location: http://portal.example/login"], "someone-else 302"),
  forwardStatus("400 Bad Request", [...SQUID], "response/proxy-denied 400"),
  forwardStatus("403 Forbidden", SQUID, "response/proxy-denied 403"),
  forwardStatus("404 Not Found", SQUID, "response/proxy-denied 404"),
  forwardStatus("405 Method Not Allowed", SQUID, "response/proxy-denied 405"),
  forwardStatus(
    "407 Proxy Authentication Required",
    ["Proxy-Authenticate: Basic"],
    "response/proxy-auth-required 407",
  ),
  forwardStatus("451 Unavailable For Legal Reasons", SQUID, "response/proxy-denied 451"),
  forwardStatus("500 Unable to connect", ["Server: tinyproxy/1.11.1"], "response/proxy-cannot-reach 500"),
  forwardStatus("501 Not Implemented", SQUID, "response/proxy-denied 501"),
  forwardStatus("502 Bad Gateway", [], "response/proxy-cannot-reach 502"),
  forwardStatus(
    "503 Service Unavailable",
    [...SQUID, "X-Squid-Error: ERR_CONNECT_FAIL 111"],
    "response/proxy-cannot-reach 503",
  ),
  forwardStatus("504 Gateway Timeout", [], "response/proxy-cannot-reach 504"),
  forwardStatus("511 Network Authentication Required", SQUID, "response/proxy-denied 511"),
  forwardStatus("592 Not Found", [], "response/proxy-cannot-reach 592"),
  forwardStatus("403 Forbidden", [], "unknown 403"),
  forwardStatus("403 Forbidden", ["Content-Type: text/html"], "someone-else 403", "<h1>Blocked</h1>"),
  forwardStatus("200 OK", ["Content-Type: text/html; charset=utf-8"], "someone-else 200", "<h1>Log in</h1>"),
  {
    ...forwardStatus("401 Unauthorized", ["Server: tinyproxy/1.11.1"], "response/proxy-auth-required 401"),
    login: "ann:wrong",
  },
  forward("silence", talk.reads, "response/timed-out"),
  forward("a close", talk.closesOnRequest, "response/closed"),
  forward("a reset", talk.resetsOnRequest, "response/reset"),
  forward("garbage", talk.says("garbage\r\n\r\n"), "response/not-http"),
  forward("a page of HTTP/0.9", talk.says("<html>old school</html>"), "response/not-http"),
];

function overTls(name: string, peer: Fault["peer"], shows: Fault["shows"]): Fault {
  return { name: `spoken to over TLS, ${name}`, who: "proxy", peer, routes: OVER_TLS, shows };
}

function presenting(certificate: CertificateName, shows: Fault["shows"]): Fault {
  const asked: Talk = (near) =>
    near.once("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      const far = net.connect(Number(/:(\d+)[ /]/.exec(text.replace("://", ""))?.[1]), "127.0.0.1");
      if (text.startsWith("CONNECT")) near.write(OPENED);
      else far.write(text);
      join(near, far);
    });
  return overTls(`a certificate ${certificate}`, { secured: { talk: asked, certificate } }, shows);
}

const LATE = (code: string) => ({
  either: [`tunnel/${code}`, `request/${code}`, `response/${code}`],
  because: "the alert comes after the handshake, with the answer to what was asked",
});

/** A proxy that is spoken to over TLS. */
const TLS_PROXIES: readonly Fault[] = [
  overTls("plain HTTP", { plain: talk.says("HTTP/1.1 400 Bad Request\r\n\r\n") }, "proxy-tls/not-tls"),
  overTls("an SSH server", { plain: talk.saysAtOnce("SSH-2.0-OpenSSH_9.2\r\n") }, "proxy-tls/not-tls"),
  overTls("silence", { plain: talk.reads }, "proxy-tls/timed-out"),
  overTls("a close", { plain: talk.closesOnRequest }, "proxy-tls/closed"),
  overTls(
    "a close on accept",
    { plain: talk.closes },
    {
      either: ["proxy-tls/closed", "proxy-tls/reset"],
      because: "the hello may be written on a connection that is over",
    },
  ),
  overTls("a reset", { plain: talk.resetsOnRequest }, "proxy-tls/reset"),
  overTls("an alert", { plain: talk.says(Buffer.from("15030300020228", "hex")) }, "proxy-tls/tls-alert 40"),
  overTls(
    "an alert that it knows older versions only",
    { plain: talk.says(Buffer.from("15030300020246", "hex")) },
    "proxy-tls/old-tls-only 70",
  ),
  overTls(
    "a client's certificate is asked for",
    {
      secured: {
        talk: talk.reads,
        certificate: "good",
        options: { requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" },
      },
    },
    LATE("client-certificate-asked 116"),
  ),
  presenting("expired", "target 200 [proxy: expired]"),
  presenting("self-signed", "target 200 [proxy: self-signed]"),
  presenting("for another name", "target 200 [proxy: wrong name]"),
  presenting("of an unknown issuer", "target 200 [proxy: unknown-issuer]"),
  {
    name: "a proxy that speaks TLS, spoken to without",
    who: "proxy",
    peer: { secured: { talk: talk.reads, certificate: "good" } },
    routes: ["http by http", "https by http"],
    shows: {
      either: ["response/closed", "response/not-http", "tunnel/closed", "tunnel/not-a-proxy"],
      because: "OpenSSL may say why, by an alert, before it closes",
    },
  },
];

/** Faults of HTTP proxies, spoken to in the clear and over TLS. */
export const HTTP_PROXIES: readonly Fault[] = [
  ...REFUSALS,
  ...NO_ANSWER,
  ...ODD_CONSENTS,
  ...FALSE_CONSENTS,
  ...FORWARDED,
  ...TLS_PROXIES,
];
