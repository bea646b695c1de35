import { describe, expect, test } from "vitest";
import { java } from "../../src/decide/clients/java.ts";
import { isMalformedHost, meantPlace } from "../../src/diagnose/jvm-place.ts";

const MALFORMED = [
  ["http://10.0.0.33", { host: "10.0.0.33" }],
  ["https://proxy.example.com:3128/", { host: "proxy.example.com", port: 3128 }],
  ["10.0.0.33:3128", { host: "10.0.0.33", port: 3128 }],
  ["http://ci:***@proxy.example.com:3128", { host: "proxy.example.com", port: 3128 }],
  ["http:/10.0.0.33", { host: "10.0.0.33" }],
  ["proxy.example.com/", { host: "proxy.example.com" }],
  ['"10.0.0.33"', { host: "10.0.0.33" }],
  ["10.0.0.33 ", { host: "10.0.0.33" }],
  ["http://[fd00::1]:3128", { host: "fd00::1", port: 3128 }],
  ["10.0.0.33:99999", { host: "10.0.0.33" }],
] as const;

describe("a host with something about it", () => {
  test.each(MALFORMED)("%j is none to Java, and its place is told", (value, place) => {
    expect(isMalformedHost(value)).toBe(true);
    expect(meantPlace(value)).toEqual(place);
    const variable = { name: "JAVA_TOOL_OPTIONS", value: `'-Dhttp.proxyHost=${value}'`, origin: "" };
    expect(java.decide([variable], "http://www.example.com/").route).toBe("invalid");
  });

  test.each(["10.0.0.33", "proxy", "proxy_1.example.com", "fd00::1", "[fd00::1]", ""])(
    "%j is right",
    (value) => {
      expect(isMalformedHost(value)).toBe(false);
    },
  );

  test.each(["<proxy-ip:port>", "http://$PROXY:3128", "proxy-ip:3128", "http://{{ proxy }}:3128"])(
    "%j was to be replaced, which is another mistake, and names no place",
    (value) => {
      expect(isMalformedHost(value)).toBe(false);
      expect(meantPlace(value)).toBeUndefined();
    },
  );

  test("where there is no telling, nothing is told", () => {
    expect(meantPlace("http://")).toBeUndefined();
    expect(meantPlace("10.0.0.33:3128:1")).toBeUndefined();
  });

  test("takes no more than linear time", () => {
    const started = performance.now();
    for (const piece of ["http://", ":1", "a.", "@", '"', " ", "/"]) {
      const value = piece.repeat(200_000);
      isMalformedHost(value);
      meantPlace(value);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
