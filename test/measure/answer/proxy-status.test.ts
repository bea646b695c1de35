import fc from "fast-check";
import { expect, test } from "vitest";
import { errorMadeBy, hopsOf } from "../../../src/measure/answer/proxy-status.ts";

test("hops come in their order, with the error of each", () => {
  expect(hopsOf('r34.example.net; error=http_request_error, "a, proxy;"; received-status=502')).toEqual([
    { name: "r34.example.net", error: "http_request_error" },
    { name: "a, proxy;" },
  ]);
  expect(hopsOf('cdn; details="error=dns_error, no"; error=tls_alert_received')).toEqual([
    { name: "cdn", error: "tls_alert_received" },
  ]);
});

test.each([
  [undefined, undefined],
  ["", undefined],
  ["squid", undefined],
  ["squid; error=dns_timeout", "next"],
  ["cdn; error=dns_timeout, squid", "other"],
  ["cdn; error=dns_timeout, squid; error=http_response_timeout", "next"],
  ["PostgREST; error=PGRST204", undefined],
])("%s: the error is made by %s", (value, maker) => {
  expect(errorMadeBy(value)).toBe(maker);
});

test("any text is read, and soon", () => {
  fc.assert(fc.property(fc.string({ maxLength: 512 }), (value) => hopsOf(value).length <= value.length));
  const began = performance.now();
  hopsOf('"\\'.repeat(100_000));
  hopsOf('";,'.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(2000);
});
