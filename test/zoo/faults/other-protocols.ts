import * as talk from "../../rig/talks.ts";
import { alike, type Fault } from "../fault.ts";
import { HTTP_WAYS, REQUEST_WAYS, TLS_WAYS } from "../routes.ts";

/** The first bytes of other protocols: what is said unasked, and what in answer. */
const UNASKED: Readonly<Record<string, string | Buffer>> = {
  "an SSH server": "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n",
  "an SMTP server": "220 mail.example ESMTP Postfix\r\n",
  "a MySQL server": Buffer.from("4a0000000a382e302e33360008000000", "hex"),
  "an HTTP/2 server": Buffer.from("00000604000000000000040000ffff", "hex"),
};
const ANSWERS: Readonly<Record<string, string | Buffer>> = {
  "HTTP/0.9": "<html>old school</html>",
  "the preface of HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "a radio station": "ICY 200 OK\r\n\r\n",
  "a Redis server": "-ERR unknown command 'GET'\r\n",
  "a TLS alert": Buffer.from("15030300020228", "hex"),
  garbage: "\0\u0001\u0002 garbage\r\n\r\n",
  "garbage without an end": "garbage",
  "garbage of high bytes": Buffer.from("fffe80818283ff0d0a0d0a", "hex"),
};

function rows(
  said: Readonly<Record<string, string | Buffer>>,
  how: (text: string | Buffer) => Fault["peer"]["plain"] & {},
): readonly Fault[] {
  return Object.entries(said).map(([name, text]) => ({
    name: `${name} in an HTTP server's place`,
    who: "target",
    peer: alike(how(text)),
    routes: REQUEST_WAYS,
    shows: "response/not-http",
  }));
}

/** What listens speaks something else, or TLS where none is expected. */
export const OTHER_PROTOCOLS: readonly Fault[] = [
  ...rows(UNASKED, talk.saysAtOnce),
  ...rows(ANSWERS, talk.says),
  {
    name: "a media server in an HTTP server's place",
    who: "target",
    peer: alike(talk.says("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n")),
    routes: REQUEST_WAYS,
    shows: "response/not-http",
  },
  {
    name: "a TLS server in an HTTP server's place",
    who: "target",
    peer: { secured: { talk: talk.reads, certificate: "good" } },
    routes: HTTP_WAYS,
    shows: {
      either: ["response/closed", "response/not-http"],
      because: "OpenSSL may say why, by an alert, before it closes",
    },
  },
  ...Object.entries({
    ...UNASKED,
    "an HTTP server": "HTTP/1.1 400 Bad Request\r\n\r\n",
    "a line of text": "hello, what do you want?\r\n",
  }).map(
    ([name, text]): Fault => ({
      name: `${name} in a TLS server's place`,
      who: "target",
      peer: { plain: name.includes("HTTP server") ? talk.says(text) : talk.saysAtOnce(text) },
      routes: TLS_WAYS,
      shows: "tls/not-tls",
    }),
  ),
];
