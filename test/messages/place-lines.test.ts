import { expect, test } from "vitest";
import { placeLines } from "../../src/messages/place-lines.ts";
import { SAMPLES } from "./sample-findings.ts";

const LINE = "/etc/environment:3  HTTPS_PROXY=10.0.0.33:3128";

test("each setting has its line, wherever a finding keeps its settings", () => {
  expect(placeLines({ args: SAMPLES["proxy-scheme-missing"] })).toEqual([LINE]);
  expect(placeLines({ args: SAMPLES["proxies-disagree"] })).toEqual([LINE, LINE]);
  expect(placeLines({ args: SAMPLES["pasted-label"] })).toEqual(["/etc/environment:1  2.) (cat <<'EOF'"]);
  expect(placeLines({ args: SAMPLES["replicated-conf-invalid"] })).toEqual([
    `/etc/replicated.conf:1  {"HttpProxy": "http://10.0.0.33:3128"`,
  ]);
});

test("what an environment holds is told as it lists it, and a carriage return is seen", () => {
  const places = [{ name: "http_proxy", value: "http://10.0.0.33:3128\r", source: "environment" }];
  expect(placeLines({ args: { ...SAMPLES["proxy-scheme-missing"], places } })).toEqual([
    "this shell  http_proxy=http://10.0.0.33:3128\\r",
  ]);
});

test("long lines and long lists are cut, but never for the sake of one line", () => {
  const lines = Array.from({ length: 10 }, (_, index) => ({ line: index + 1, text: "x".repeat(1000) }));
  const told = (count: number) =>
    placeLines({ args: { path: "/etc/environment", lines: lines.slice(0, count) } });
  expect(told(10)).toHaveLength(9);
  expect(told(10).at(-1)).toBe("and 2 more");
  expect(told(9).at(-1)).toMatch(/^\/etc\/environment:9 {2}x{159}…$/);
});
