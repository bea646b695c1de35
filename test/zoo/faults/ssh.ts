import type { Talk } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";
import type { Fault } from "../fault.ts";
import { SSH_WAYS } from "../routes.ts";

function banner(name: string, server: Talk, shows: Fault["shows"]): Fault {
  return { name, who: "target", peer: { plain: server }, routes: SSH_WAYS, shows };
}

const CLOSED = {
  either: ["response/closed", "response/reset"],
  because: "a caller that answers a connection which is over is told so by a reset",
};

/** Banners that are late, none, or too much. */
export const SSH: readonly Fault[] = [
  banner("an SSH server", talk.saysAtOnce("SSH-2.0-good\r\n"), "target"),
  banner("an SSH server that is silent", talk.reads, "response/timed-out"),
  banner("an SSH server that drips", talk.repeatsAtOnce("x", 20), "response/timed-out"),
  banner("an SSH server that closes", (socket) => setTimeout(() => socket.end(), 50), "response/closed"),
  banner("an SSH server that closes at once", talk.closes, CLOSED),
  banner("an SSH server that resets", (socket) => setTimeout(() => socket.resetAndDestroy(), 50), {
    either: ["tcp/reset", "response/reset"],
    because: "on a busy machine it comes before the connection is seen",
  }),
  banner(
    "an SSH server that closes within its banner",
    (socket) => setTimeout(() => socket.end("SSH-2.0-g"), 50),
    "unknown",
  ),
  banner("an SSH server with an endless greeting", talk.floodsAtOnce("x".repeat(1000)), "unknown"),
  banner("an SSH server with endless lines", talk.floodsAtOnce("welcome\r\n".repeat(100)), "unknown"),
  banner(
    "an SSH server with escape sequences",
    talk.saysAtOnce("SSH-2.0-\u001b[31mred\u202e\r\n"),
    "unknown",
  ),
  banner(
    "an HTTP server in an SSH server's place",
    talk.saysAtOnceAndCloses("HTTP/1.1 408 Request Timeout\r\n\r\n"),
    "unknown",
  ),
  banner(
    "an SMTP server in an SSH server's place",
    talk.saysAtOnceAndCloses("220 mail.example ESMTP\r\n"),
    "unknown",
  ),
  banner(
    "a TLS alert in an SSH server's place",
    talk.saysAtOnceAndCloses(Buffer.from("15030300020246", "hex")),
    "unknown",
  ),
];
