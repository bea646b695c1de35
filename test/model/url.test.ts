import { expect, test } from "vitest";
import { readHttpUrl, readUrl } from "../../src/model/url.ts";

test.each([
  ["http://example.com/", { scheme: "http", host: "example.com", port: 80 }],
  ["HTTPS://Example.com:8443", { scheme: "https", host: "Example.com", port: 8443 }],
  ["https://user:pw@example.com?x", { scheme: "https", host: "example.com", port: 443 }],
  ["http://0x7f.1/", { scheme: "http", host: "0x7f.1", port: 80 }],
  ["http://[fd00:ec2::254]/", { scheme: "http", host: "fd00:ec2::254", port: 80 }],
  ["http://[fe80::1%25eth0]:81/", { scheme: "http", host: "fe80::1%25eth0", port: 81 }],
  ["http://bücher.example/", { scheme: "http", host: "bücher.example", port: 80 }],
  ["http://", undefined],
  ["http:///", undefined],
  ["http:example.com", undefined],
  ["ftp://example.com/", undefined],
  ["example.com", undefined],
  ["http://exa mple.com/", undefined],
  ["http://example.com:99999/", undefined],
  ["http://[::1/", undefined],
])("%s calls %j", (text, expected) => {
  expect(readHttpUrl(text)).toEqual(expected);
});

test("a letter beyond ASCII is read as often as it is asked for", () => {
  for (let time = 0; time < 20_000; time += 1) {
    if (readUrl("http://prøxy.corp/") === undefined) expect.fail(`refused at time ${time}`);
  }
});
