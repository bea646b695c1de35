import { errors } from "undici";
import { describe, expect, test } from "vitest";
import { classify } from "../../src/measure/classify.ts";
import { fault } from "../../src/measure/fault.ts";
import type { FailureCode, NameServerSays, PhaseName } from "../../src/model/phase.ts";

/** An error as Node makes them. */
function error(code: string, more: Readonly<Record<string, unknown>> = {}, message = code): Error {
  return Object.assign(new Error(message), { code, ...more });
}

/** An error of OpenSSL's with this reason number, which stands in the message alone (transport-notes 2.2). */
function openssl(code: string, reason: number): Error {
  const number = `0A000${reason.toString(16).padStart(3, "0").toUpperCase()}`;
  return error(code, {}, `40B7:error:${number}:SSL routines:ssl3_read_bytes:${code}:rec_layer_s3.c:1:`);
}

const TABLE: readonly (readonly [PhaseName, Error, FailureCode])[] = [
  ["dns", error("ENOTFOUND", { errno: -3008 }), "name-not-found"],
  ["dns", error("ENOTFOUND", { errno: -3007 }), "name-has-no-address"],
  ["proxy-dns", error("EAI_AGAIN", { errno: -3001 }), "resolver-failed"],
  ["dns", error("EAI_FAIL"), "resolver-failed"],
  ["tcp", error("ECONNREFUSED"), "refused"],
  ["proxy-tcp", error("ECONNRESET"), "reset"],
  ["tcp", error("EHOSTUNREACH"), "host-unreachable"],
  ["tcp", error("ENETUNREACH"), "network-unreachable"],
  ["tcp", error("EADDRNOTAVAIL"), "network-unreachable"],
  ["tcp", error("EAFNOSUPPORT"), "network-unreachable"],
  ["tcp", error("EACCES"), "blocked-locally"],
  ["tcp", error("EPERM"), "blocked-locally"],
  ["tcp", error("EINVAL"), "blocked-locally"],
  ["tcp", error("ETIMEDOUT"), "timed-out"],
  ["tls", error("ECONNRESET", { syscall: "read" }), "reset"],
  ["tls", error("ECONNRESET"), "closed"],
  ["proxy-tls", openssl("ERR_SSL_WRONG_VERSION_NUMBER", 0x10b), "not-tls"],
  ["tls", openssl("ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", 1040), "tls-alert"],
  ["tls", openssl("ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", 1040), "tls-alert"],
  ["tls", openssl("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", 1070), "old-tls-only"],
  ["proxy-tls", openssl("ERR_SSL_UNSUPPORTED_PROTOCOL", 0x102), "old-tls-only"],
  ["tls", openssl("ERR_SSL_NO_SHARED_CIPHER", 193), "tls-failed"],
  ["tls", error("EPROTO", { syscall: "write" }), "tls-failed"],
  ["response", openssl("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", 1116), "client-certificate-asked"],
  ["tunnel", openssl("ERR_SSL_TLSV1_ALERT_ACCESS_DENIED", 1049), "tls-alert"],
  ["tunnel", new errors.SocketError("other side closed"), "closed"],
  ["tunnel", new errors.HTTPParserError("no"), "not-a-proxy"],
  ["response", Object.assign(new errors.HTTPParserError("no"), { code: "HPE_INVALID_CONSTANT" }), "not-http"],
  ["tunnel", new errors.HeadersOverflowError("too many"), "headers-too-large"],
  ["response", new errors.HTTPParserError("no"), "not-http"],
  ["response", new errors.ResponseContentLengthMismatchError("no"), "not-http"],
  ["response", error("EPIPE"), "reset"],
  ["request", error("EWHATEVER"), "unknown"],
];

describe("an error of the network has one name", () => {
  test.each(TABLE)("in %s: %s is %s", (phase, cause, code) => {
    expect(classify(phase, cause)?.code).toBe(code);
  });

  test.each<readonly [readonly NameServerSays["says"][], string, FailureCode]>([
    [["nothing", "nothing"], "EAI_AGAIN", "resolver-silent"],
    [["refuses", "refuses"], "EAI_AGAIN", "resolver-refused"],
    [["nothing", "refuses"], "EAI_AGAIN", "resolver-refused"],
    [["failure", "refuses"], "EAI_AGAIN", "resolver-failed"],
    [["failure", "nothing"], "EAI_AGAIN", "resolver-failed"],
    [["nonsense"], "EAI_AGAIN", "resolver-failed"],
    // They speak of themselves, and getaddrinfo of what programs get.
    [["no-such-name"], "EAI_AGAIN", "resolver-failed"],
    [["addresses"], "EAI_AGAIN", "resolver-failed"],
    [["nothing"], "ENOTFOUND", "name-not-found"],
    [["nothing"], "EAI_FAIL", "resolver-failed"],
    [[], "EAI_AGAIN", "resolver-failed"],
  ])("name servers that say %s after %s: %s", (words, code, name) => {
    const servers = words.map((says, last) => ({ server: `192.0.2.${last}`, ms: 1, says }));
    expect(classify("proxy-dns", error(code, { servers }))?.code).toBe(name);
  });

  test("keyed on codes: the words are free", () => {
    const misleading = error("ECONNREFUSED", {}, "read ECONNRESET: timed out");
    expect(classify("tcp", misleading)?.code).toBe("refused");
  });

  test.each([
    [1000, undefined],
    [1010, 10],
    [1255, 255],
    [1256, undefined],
    [0x10b, undefined],
  ])("of OpenSSL's reasons, %i is alert %s", (reason, alert) => {
    expect(classify("tls", openssl("ERR_SSL_WHATEVER", reason))?.alert).toBe(alert);
  });

  test("and keeps the code that it had", () => {
    expect(classify("tcp", error("EHOSTUNREACH"))?.errno).toBe("EHOSTUNREACH");
  });

  test("a failure that was named where it happened keeps its name and its status", () => {
    const named = fault("proxy-denied", "no", { status: 403 });
    expect(classify("response", named)).toEqual({ code: "proxy-denied", message: "no", status: 403 });
  });
});

describe("the words of an error are shown safely", () => {
  test.each([
    ["an error's", error("EWHATEVER", {}, "\x1b[31m http://ann:hunter2@host \u009b")],
    ["a named failure's", fault("pac-failed", "\x1b[31m http://ann:hunter2@host \u009b")],
  ])("%s", (_, cause) => {
    const { message = "" } = classify("tcp", cause) ?? {};
    expect(message).toContain("ann");
    expect(message).not.toMatch(/hunter2|\p{Cc}/u);
  });

  test("and are cut", () => {
    const { message = "" } = classify("tcp", error("EWHATEVER", {}, "x".repeat(100_000))) ?? {};
    expect(message.length).toBeLessThan(1000);
  });
});

describe("a fault of ours has no name", () => {
  test.each<readonly [string, unknown]>([
    ["an error without a code", new Error("boom")],
    ["a TypeError", new TypeError("undefined is not a function")],
    ["a broken escape", new URIError("URI malformed")],
    ["an argument that Node refuses", Object.assign(new TypeError("no"), { code: "ERR_INVALID_ARG_TYPE" })],
    ["a number that does not fit", Object.assign(new RangeError("no"), { code: "ERR_OUT_OF_RANGE" })],
    ["a request that undici refuses", new errors.InvalidArgumentError("invalid path")],
    ["no descriptor left", error("EMFILE", { syscall: "connect" })],
    ["no memory left", error("ENOMEM", { syscall: "connect" })],
    ["a text", "boom"],
    ["nothing", undefined],
  ])("%s", (_, cause) => {
    expect(classify("request", cause)).toBeUndefined();
  });
});
