import * as talk from "../../rig/talks.ts";
import { alike, type Fault } from "../fault.ts";
import { HTTP_WAYS, REQUEST_WAYS } from "../routes.ts";

const REST = "Server: good\r\nContent-Length: 2\r\n\r\nhi";

function answers(name: string, text: string | Buffer, shows: Fault["shows"], on: Fault["on"] = {}): Fault {
  return { name, who: "target", peer: alike(talk.says(text)), routes: REQUEST_WAYS, shows, on };
}

function status(line: string, shows: Fault["shows"], on: Fault["on"] = {}): Fault {
  return answers(`the status line ${JSON.stringify(line)}`, `${line}\r\n${REST}`, shows, on);
}

const [BY_HTTP, BY_HTTPS] = ["http by http", "http by https"] as const;
const FLOOD = (code: string) => talk.floods("", `HTTP/1.1 ${code}\r\n\r\n`.repeat(20));

/** What may stand where an answer begins, and what stands before it. */
export const STATUS_LINES: readonly Fault[] = [
  status("HTTP/1.0 200 OK", "target 200"),
  status("HTTP/1.1 200", "target 200"),
  status("HTTP/1.1 200 ", "target 200"),
  status("HTTP/1.1 999 Denied", "target 999"),
  status("HTTP/1.1 511 Network Authentication Required", "target 511"),
  status("HTTP/1.1 593 Odd", "target 593"),
  status("HTTP/1.1 200 \u001b[31mred\u0007", "target 200"),
  status("HTTP/1.1 000 Nothing", "response/malformed-http"),
  status("HTTP/1.1 0 Nothing", "response/malformed-http"),
  status("HTTP/1.1 1000 Much", "response/malformed-http"),
  status("HTTP/1.1 -1 Less", "response/malformed-http"),
  status("HTTP/1.1 OK", "response/malformed-http"),
  status("HTTP/2 200", "response/malformed-http"),
  status("HTTP/9.9 200 OK", "response/malformed-http"),
  status("HTTP/1.1  200 OK", "response/malformed-http"),
  status("HTTP/1.1\t200 OK", "response/malformed-http"),
  status("http/1.1 200 OK", "response/not-http"),
  status("HTTP/1.1 200\r\n OK", "response/malformed-http"),
  status("HTTP/1.1 200 OK\r\n and more", "response/malformed-http"),
  status("\r\n\r\nHTTP/1.1 200 OK", "target 200"),
  status("\ufeffHTTP/1.1 200 OK", "response/not-http"),
  status("\0HTTP/1.1 200 OK", "response/not-http"),
  answers(
    "an interim answer 103",
    `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n${REST}`,
    "target 200",
  ),
  answers("an interim answer 102", `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n${REST}`, "target 200"),
  answers(
    "an interim answer 100",
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${REST}`,
    "response/malformed-http",
  ),
  answers("an interim answer 100, and no more", "HTTP/1.1 100 Continue\r\n\r\n", "response/malformed-http"),
  answers("an interim answer 103, and no more", "HTTP/1.1 103 Early Hints\r\n\r\n", "response/timed-out"),
  answers(
    "another protocol by 101",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "response/malformed-http",
  ),
  answers(
    "another protocol by 101, unnamed",
    "HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "response/malformed-http",
  ),
  { ...answers("a flood of 100", "", "response/malformed-http"), peer: alike(FLOOD("100 Continue")) },
  { ...answers("a flood of 102", "", "response/malformed-http"), peer: alike(FLOOD("102 Processing")) },
  { ...answers("a flood of 103", "", "response/malformed-http"), peer: alike(FLOOD("103 Early Hints")) },
  answers("a redirect to itself", talk.answer("302 Found", ["Server: good", "Location: /"]), "target 302"),
  answers(
    "a redirect for ever",
    talk.answer("307 Temporary Redirect", ["Server: good", "Location: /a/../a"]),
    "target 307",
  ),
  answers(
    "a redirect to a portal",
    talk.answer("302 Found", ["Location: http://portal.example/"]),
    "someone-else 302",
  ),
  answers(
    "a page of someone's",
    talk.answer("200 OK", ["Content-Type: text/html"], "<h1>Log in</h1>"),
    "someone-else 200",
  ),
  answers("a gateway's error", talk.answer("502 Bad Gateway", []), "unknown 502", {
    [BY_HTTP]: "response/proxy-cannot-reach 502",
    [BY_HTTPS]: "response/proxy-cannot-reach 502",
  }),
  {
    ...answers(
      "a web server's word that it speaks TLS",
      talk.answer(
        "400 Bad Request",
        ["Server: nginx", "Content-Type: text/html"],
        "The plain HTTP request was sent to HTTPS port",
      ),
      "unknown 400",
    ),
    routes: HTTP_WAYS,
  },
  {
    ...answers("an answer before the request", "", "target 408"),
    peer: alike(talk.saysAtOnceAndCloses(`HTTP/1.1 408 Request Timeout\r\n${REST}`)),
  },
];
