import { expect, test } from "vitest";
import { theSetting, theSettings } from "../../src/messages/setting-places.ts";

const place = (name: string, source: string) => ({ name, value: "", source });

test("settings of one place are named together, and the environment by words", () => {
  expect(
    theSettings([
      place("HTTP_PROXY", "/etc/environment:2"),
      place("http_proxy", "environment"),
      place("HTTPS_PROXY", "/etc/environment:2"),
    ]),
  ).toBe("HTTP_PROXY and HTTPS_PROXY (/etc/environment:2) and http_proxy (this shell's environment)");
});

test("many places are cut", () => {
  const many = [1, 2, 3, 4, 5].map((line) => place("NO_PROXY", `/etc/environment:${line}`));
  expect(theSettings(many)).toMatch(/^NO_PROXY .*:3\) and 2 more$/);
});

test("a setting of no known place is its name", () => {
  expect(theSetting("built-in", "")).toBe("built-in");
});
