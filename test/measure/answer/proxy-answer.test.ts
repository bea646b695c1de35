import { expect, test } from "vitest";
import { refusalOf } from "../../../src/measure/answer/proxy-answer.ts";
import { failureIn } from "../../../src/measure/fault.ts";
import type { Headers } from "../../../src/model/phase.ts";

const refusal = (status: number, headers: Headers) =>
  failureIn(refusalOf("CONNECT", { status, headers }, "proxy-cannot-reach"));

test.each([
  ["ERR_CONNECT_FAIL 111", "ECONNREFUSED"],
  ["ERR_CONNECT_FAIL 61", "ECONNREFUSED"],
  ["ERR_CONNECT_FAIL 110", "ETIMEDOUT"],
  ["ERR_CONNECT_FAIL 113", "EHOSTUNREACH"],
  ["ERR_CONNECT_FAIL 101", "ENETUNREACH"],
  ["ERR_READ_ERROR 104", "ECONNRESET"],
])("squid says why: %s", (said, errno) => {
  expect(refusal(503, { "x-squid-error": said })).toEqual({
    code: "proxy-cannot-reach",
    message: `CONNECT was answered with 503 (${said})`,
    status: 503,
    errno,
  });
});

test("what has no number of a system's is told in the proxy's words", () => {
  const failure = refusal(503, { "x-squid-error": "ERR_DNS_FAIL 0" });
  expect(failure?.message).toBe("CONNECT was answered with 503 (ERR_DNS_FAIL 0)");
  expect(failure).not.toHaveProperty("errno");
});

test("any proxy may say why by RFC 9209", () => {
  expect(refusal(502, { "proxy-status": "cdn, proxy.corp; error=connection_timeout" })).toEqual({
    code: "proxy-cannot-reach",
    message: "CONNECT was answered with 502 (connection_timeout, says proxy.corp)",
    status: 502,
    errno: "ETIMEDOUT",
  });
  expect(refusal(502, { "proxy-status": "x; error=dns_error" })).not.toHaveProperty("errno");
});

test("nothing else is taken for a cause", () => {
  for (const said of ["", "111", "ERR_CONNECT_FAIL", "ERR_CONNECT_FAIL 111 x", "ERR_X \x1b[31m"]) {
    expect(refusal(503, { "x-squid-error": said })?.message).toBe("CONNECT was answered with 503");
  }
});
