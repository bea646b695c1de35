import * as talk from "../../rig/talks.ts";
import { alike, type Fault } from "../fault.ts";
import { REQUEST_WAYS } from "../routes.ts";

const OK = "HTTP/1.1 200 OK\r\n";
const REST = "Server: good\r\nContent-Length: 2\r\n\r\nhi";

function asked(name: string, server: Fault["peer"]["plain"] & {}, shows: Fault["shows"]): Fault {
  return { name, who: "target", peer: alike(server), routes: REQUEST_WAYS, shows };
}

function header(name: string, line: string | Buffer, shows: Fault["shows"]): Fault {
  const text = Buffer.concat([Buffer.from(OK), Buffer.from(line), Buffer.from(`\r\n${REST}`)]);
  return asked(`a header ${name}`, talk.says(text), shows);
}

/** Headers that are too many, too long, or none. */
export const HEADERS: readonly Fault[] = [
  header("of 100 KB", `X-A: ${"a".repeat(100_000)}`, "response/headers-too-large"),
  header("whose name has 100 KB", `${"a".repeat(100_000)}: x`, "response/headers-too-large"),
  asked(
    "ten thousand headers",
    talk.says(`${OK}${"X-A: b\r\n".repeat(10_000)}${REST}`),
    "response/headers-too-large",
  ),
  asked(
    "endless headers",
    talk.floods(OK, "x: yyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(99)),
    "response/headers-too-large",
  ),
  asked("an endless header", talk.floods(`${OK}x: `, "y".repeat(10_000)), "response/headers-too-large"),
  asked(
    "an endless status line",
    talk.floods("HTTP/1.1 200 ", "y".repeat(10_000)),
    "response/headers-too-large",
  ),
  asked("endless blank lines", talk.floods("", "\r\n".repeat(5000)), "response/headers-too-large"),
  header("with an escape sequence", "X-A: \u001b[31mred", "response/malformed-http"),
  header("with a C1 escape", Buffer.from("Via: a\x9b31mred", "latin1"), "target 200"),
  header("that turns text around", "Location: http://target.test/\u202ereversed", "target 200"),
  header("with a NUL", "X-A: a\0b", "response/malformed-http"),
  header("with a NUL in its name", "X\0A: b", "response/malformed-http"),
  header("with a bell", "X-A: \u0007", "response/malformed-http"),
  header("without a colon", "no header at all", "response/malformed-http"),
  header("without a name", ": empty", "response/malformed-http"),
  header("with a blank before its colon", "X-A : b", "response/malformed-http"),
  header("that is folded", "X-A: one\r\n two", "response/malformed-http"),
  header("with a bare CR", "X-A: one\rX-B: two", "response/malformed-http"),
  header("with a login", "Location: http://ann:hunter2@target.test/?token=abc", "target 200"),
  asked("lines that end in LF", talk.says(`${OK}${REST}`.replaceAll("\r", "")), "response/malformed-http"),
  asked("headers that end in LF", talk.says(`${OK}${REST.replaceAll("\r", "")}`), "response/malformed-http"),
  asked(
    "escape sequences in the body",
    talk.says(talk.answer("200 OK", ["Server: good"], "\u001b]0;title\u0007\u001b[2J\u202e\u009b31m")),
    "target 200",
  ),
  asked("NUL in the body", talk.says(talk.answer("200 OK", ["Server: good"], "a\0b\0")), "target 200"),
];
