import { gzipSync } from "node:zlib";
import * as talk from "../../rig/talks.ts";
import { alike, type Fault } from "../fault.ts";
import { REQUEST_WAYS } from "../routes.ts";

const HEAD = "HTTP/1.1 200 OK\r\nServer: good\r\n";
const CHUNKED = `${HEAD}Transfer-Encoding: chunked\r\n\r\n`;
/** A chunk of 4096 bytes. */
const CHUNK = `1000\r\n${"x".repeat(4096)}\r\n`;
/** One member of gzip holds 10 MB of nothing in 10 KB; members may follow each other (RFC 1952, section 2.2). */
const bomb = Buffer.concat(Array<Buffer>(100).fill(gzipSync(Buffer.alloc(10_000_000))));

function asked(name: string, server: Fault["peer"]["plain"] & {}, shows: Fault["shows"]): Fault {
  return { name, who: "target", peer: alike(server), routes: REQUEST_WAYS, shows };
}

function lengths(name: string, lines: string, shows: Fault["shows"], body = "hi"): Fault {
  return asked(name, talk.says(`${HEAD}${lines}\r\n\r\n${body}`), shows);
}

/** Lengths of bodies that are wrong, and bodies that are too long. */
export const LENGTHS: readonly Fault[] = [
  asked(
    "a body of 10 GB",
    talk.floods(`${HEAD}Content-Length: 10000000000\r\n\r\n`, "x".repeat(16_384)),
    "target 200",
  ),
  asked("a body of 10 GB in chunks", talk.floods(CHUNKED, CHUNK.repeat(4)), "target 200"),
  asked("an endless body", talk.floods(`${HEAD}\r\n`, "x".repeat(16_384)), "target 200"),
  asked(
    "a gigabyte in a megabyte of gzip",
    talk.says(
      Buffer.concat([
        Buffer.from(`${HEAD}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`),
        bomb,
      ]),
    ),
    "target 200",
  ),
  asked(
    "a body shorter than its length",
    talk.saysLast(`${HEAD}Content-Length: 99\r\n\r\nhi`),
    "response/cut-short",
  ),
  lengths("a body longer than its length", "Content-Length: 2", "target 200", "hi, and much more"),
  lengths("two lengths", "Content-Length: 2\r\nContent-Length: 3", "response/malformed-http"),
  lengths("one length twice", "Content-Length: 2\r\nContent-Length: 2", "response/malformed-http"),
  lengths("two lengths in one", "Content-Length: 2, 3", "response/malformed-http"),
  lengths("a negative length", "Content-Length: -2", "response/malformed-http"),
  lengths("a length with a sign", "Content-Length: +2", "response/malformed-http"),
  lengths("a length that is no number", "Content-Length: two", "response/malformed-http"),
  lengths("a length with a fraction", "Content-Length: 2.0", "response/malformed-http"),
  lengths("a length of thirty digits", `Content-Length: ${"9".repeat(30)}`, "response/malformed-http"),
  lengths("an empty length", "Content-Length:", "response/malformed-http"),
  lengths(
    "a length and chunks",
    "Content-Length: 2\r\nTransfer-Encoding: chunked",
    "response/malformed-http",
    "0\r\n\r\n",
  ),
  lengths(
    "chunks and a length",
    "Transfer-Encoding: chunked\r\nContent-Length: 2",
    "response/malformed-http",
    "0\r\n\r\n",
  ),
  lengths(
    "an unknown transfer coding",
    "Transfer-Encoding: cabbage\r\nConnection: close",
    "response/timed-out",
  ),
  asked("a chunk without a size", talk.says(`${CHUNKED}zz\r\n`), "response/malformed-http"),
  asked(
    "a chunk of a negative size",
    talk.says(`${CHUNKED}-5\r\nhello\r\n0\r\n\r\n`),
    "response/malformed-http",
  ),
  asked(
    "a chunk of an enormous size",
    talk.says(`${CHUNKED}ffffffffffffffffffff\r\nhello`),
    "response/malformed-http",
  ),
  asked(
    "a chunk longer than its size",
    talk.says(`${CHUNKED}2\r\nhello\r\n0\r\n\r\n`),
    "response/malformed-http",
  ),
  asked("a chunk without an end", talk.says(`${CHUNKED}5\r\nhello0\r\n\r\n`), "response/malformed-http"),
  asked("chunks whose lines end in LF", talk.says(`${CHUNKED}5\nhello\n0\n\n`), "response/malformed-http"),
  asked("an endless chunk size", talk.floods(CHUNKED, "0".repeat(10_000)), "response/malformed-http"),
  asked(
    "an endless chunk extension",
    talk.floods(`${CHUNKED}5;`, "x".repeat(10_000)),
    "response/malformed-http",
  ),
  asked(
    "endless trailers",
    talk.floods(`${CHUNKED}2\r\nhi\r\n0\r\n`, "x: yyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(99)),
    "response/headers-too-large",
  ),
  asked(
    "a body behind 204",
    talk.says("HTTP/1.1 204 No Content\r\nServer: good\r\n\r\nbut here it is"),
    "target 204",
  ),
  asked(
    "a length without a body behind 304",
    talk.says("HTTP/1.1 304 Not Modified\r\nServer: good\r\nContent-Length: 99\r\n\r\n"),
    // RFC 9110, 15.4.5 allows it; undici does not. Nothing that is sent here asks for a 304.
    "response/malformed-http",
  ),
  asked(
    "two answers",
    talk.says(`${talk.answer("200 OK", ["Server: good"], "hi")}${talk.answer("403 Forbidden", [], "no")}`),
    "target 200",
  ),
];
