import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHttpProxy, shownUrlOf, urlOf } from "../../src/generate/proxy-url.ts";
import { proxyOf, proxyUrls } from "./any-order.ts";

describe("readHttpProxy", () => {
  test.each([
    ["http://10.0.0.33:3128", "http://10.0.0.33:3128"],
    ["10.0.0.33:3128", "http://10.0.0.33:3128"],
    ["http://Proxy.Example.com:3128/", "http://proxy.example.com:3128"],
    ["https://proxy.example.com:3128", "http://proxy.example.com:3128"],
    ["http://[2001:db8::33]:3128", "http://[2001:db8::33]:3128"],
    ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
    ["http://alice@10.0.0.33:3128", "http://alice@10.0.0.33:3128"],
    ["http://alice:@10.0.0.33:3128", "http://alice:@10.0.0.33:3128"],
    ["http://alice:p@ss/w#rd@10.0.0.33:3128", "http://alice:p%40ss%2Fw%23rd@10.0.0.33:3128"],
    ["http://alice:p%40ss@10.0.0.33:3128", "http://alice:p%40ss@10.0.0.33:3128"],
    ["http://alice:100%@10.0.0.33:3128", "http://alice:100%25@10.0.0.33:3128"],
    ["http://dom\\alice:$x'\"`!@10.0.0.33:3128", "http://dom%5Calice:%24x%27%22%60%21@10.0.0.33:3128"],
    ["http://alice:pässword€@10.0.0.33:3128", "http://alice:p%C3%A4ssword%E2%82%AC@10.0.0.33:3128"],
    ["http://alice:😀@10.0.0.33:3128", "http://alice:%F0%9F%98%80@10.0.0.33:3128"],
  ])("%s is written %s", (text, url) => {
    expect(urlOf(proxyOf(text))).toBe(url);
  });

  test.each([
    ["http://10.0.0.33", /names no port/],
    ["http://alice:pa:1@10.0.0.33", /names no port/],
    ["http://[2001:db8::33]", /names no port/],
    ["socks5://10.0.0.33:1080", /is no HTTP proxy/],
    ["pac+http://10.0.0.33/proxy.pac", /is no HTTP proxy/],
    ["http://:secret@10.0.0.33:3128", /without a user name/],
    ["http://@10.0.0.33:3128", /without a user name/],
    ["http://<proxy-ip:port>", /is not a proxy URL/],
    ["", /is not a proxy URL/],
  ])("%s is refused: %s", (text, why) => {
    const read = readHttpProxy(text);
    expect(read.kind === "refused" && read.why).toMatch(why);
  });

  test("tells that TLS would have been spoken to the proxy", () => {
    expect(readHttpProxy("https://10.0.0.33:3128")).toMatchObject({ inTls: true });
    expect(readHttpProxy("http://10.0.0.33:3128")).toMatchObject({ inTls: false });
  });
});

test("what is written reads the same again, holds no character that means something, and is shown without its password", () => {
  fc.assert(
    fc.property(proxyUrls, (text) => {
      const proxy = proxyOf(text);
      const url = urlOf(proxy);
      expect(urlOf(proxyOf(url))).toBe(url);
      expect(url).toMatch(
        /^http:\/\/(?:[A-Za-z0-9._~%-]+(?::[A-Za-z0-9._~%-]*)?@)?(?:\[[\da-f:]+\]|[\da-z.-]+):\d+$/,
      );
      const shown = shownUrlOf(proxy);
      expect(shown).toMatch(/^http:\/\/(?:\*\*\*@|[^:@]+:(?:\*\*\*)?@)?[^@]+$/);
      expect(JSON.stringify(proxy) + String(proxy.login)).not.toContain(url.split("@")[0]?.slice(7) || "\0");
    }),
  );
});
