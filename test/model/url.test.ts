import { expect, test } from "vitest";
import { readUrl } from "../../src/model/url.ts";

test("reads a URL, on its own and relative to another", () => {
  expect(readUrl("http://prøxy.corp:3128")?.host).toBe("xn--prxy-hra.corp:3128");
  expect(readUrl("/a", "http://example.com/b")?.href).toBe("http://example.com/a");
  expect(readUrl("proxy.corp")).toBeUndefined();
  expect(readUrl("http://proxy.corp:99999")).toBeUndefined();
});

test("answers the ten-thousandth time as it did the first", () => {
  for (let time = 0; time < 10_000; time += 1) expect(readUrl("http://prøxy.corp")).toBeDefined();
});
