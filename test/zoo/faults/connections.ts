import * as talk from "../../rig/talks.ts";
import { alike, type Fault, resetOr } from "../fault.ts";
import { HTTP_WAYS, REQUEST_WAYS } from "../routes.ts";

const HEAD = "HTTP/1.1 200 OK\r\nServer: good\r\n";
const BODY_OF_99 = `${HEAD}Content-Length: 99\r\n\r\nhalf`;
const CHUNKS = `${HEAD}Transfer-Encoding: chunked\r\n\r\n`;

/** The end may be seen before the request is written, or only when it is. */
const EITHER_SIDE = "an end at once may be seen in the phase before the one that it spoils";

function asked(name: string, server: Fault["peer"]["plain"] & {}, shows: Fault["shows"]): Fault {
  return { name, who: "target", peer: alike(server), routes: REQUEST_WAYS, shows };
}

/** How a target that is sent a request ends the connection, keeps silent, or is slow. */
export const CONNECTIONS: readonly Fault[] = [
  asked("silence", talk.reads, "response/timed-out"),
  asked("a status line that drips", talk.drips(`${HEAD}\r\n`.repeat(50), 40), "response/timed-out"),
  asked("headers that drip", talk.repeats(HEAD, "a: b\r\n", 20), "response/timed-out"),
  asked("headers that stall", talk.says(HEAD), "response/timed-out"),
  asked("a body that drips", talk.repeats(`${HEAD}\r\n`, ".", 20), "response/timed-out"),
  asked("chunks that drip", talk.repeats(CHUNKS, "1\r\n.\r\n", 20), "response/timed-out"),
  asked("a body that stalls", talk.says(BODY_OF_99), "response/timed-out"),
  asked("a body that does not begin", talk.says(`${HEAD}Content-Length: 9\r\n\r\n`), "response/timed-out"),
  asked("a close on the request", talk.closesOnRequest, "response/closed"),
  asked(
    "a half close, and silence",
    (socket) => socket.once("data", () => talk.halfCloses(socket)),
    "response/closed",
  ),
  {
    ...asked("a reset on the request", talk.resetsOnRequest, "response/reset"),
    on: { "http by https": resetOr("response", "closed"), "https by https": resetOr("response", "closed") },
  },
  asked("a close in the status line", talk.saysLast("HTTP/1.1 2"), "response/cut-short"),
  asked("a close within the headers", talk.saysLast(`${HEAD}Via: x`), "response/cut-short"),
  asked("a reset within the headers", talk.saysAndResets(HEAD), resetOr("response", "cut-short")),
  asked("a close within the body", talk.saysLast(BODY_OF_99), "response/cut-short"),
  asked("a close within a chunk", talk.saysLast(`${CHUNKS}9\r\nhalf`), "response/cut-short"),
  asked("a close before the last chunk", talk.saysLast(`${CHUNKS}4\r\nhalf\r\n`), "response/cut-short"),
  asked("a reset within the body", talk.saysAndResets(BODY_OF_99), resetOr("response", "cut-short")),
  asked("a reset within a chunk", talk.saysAndResets(`${CHUNKS}9\r\nhalf`), resetOr("response", "cut-short")),
  // Many servers end an answer so that is whole, and undici takes it for whole.
  asked("a reset within a body without a length", talk.saysAndResets(`${HEAD}\r\nhalf`), "target 200"),
  asked("a close on accept", talk.closes, {
    either: ["request/closed", "response/closed", "response/reset"],
    because: EITHER_SIDE,
  }),
  {
    name: "a reset on accept",
    who: "target",
    peer: { plain: talk.resets },
    routes: ["http direct", "https direct"],
    shows: {
      either: [
        "tcp/reset",
        "tls/reset",
        "tls/closed",
        "request/reset",
        "request/closed",
        "response/reset",
        "response/closed",
      ],
      because: EITHER_SIDE,
    },
  },
  {
    name: "nobody listens",
    who: "target",
    peer: {},
    routes: ["http direct", "https direct", "ssh direct"],
    shows: "tcp/refused",
  },
  {
    name: "nobody listens where the proxy is to be",
    who: "proxy",
    peer: {},
    routes: [...HTTP_WAYS, ...REQUEST_WAYS].filter(
      (way, at, all) => way.includes(" by ") && all.indexOf(way) === at,
    ),
    shows: "proxy-tcp/refused",
  },
  {
    name: "nobody listens behind the proxy",
    who: "target",
    peer: {},
    routes: ["https by http", "https by https", "ssh by http"],
    shows: "tunnel/proxy-cannot-reach 503",
  },
];
