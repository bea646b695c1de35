import { expect, test } from "vitest";
import { wordsForEffects } from "../../src/messages/effects.ts";
import type { Effect } from "../../src/model/finding.ts";

const PROXY = "http://10.0.0.33:1080";
const does = (client: Effect["clients"][number], scheme: Effect["scheme"], what: Effect["does"]): Effect => ({
  clients: [client],
  scheme,
  does: what,
});

test("clients that do the same are told together, the scheme only where it makes a difference", () => {
  const through = { route: "proxy", proxy: PROXY } as const;
  const direct = { route: "direct" } as const;
  expect(
    wordsForEffects([
      does("curl", "http", through),
      does("curl", "https", through),
      does("go", "http", direct),
      does("go", "https", through),
      does("wget", "http", through),
      does("wget", "https", through),
    ]),
  ).toBe(
    `as things stand, curl and wget go through ${PROXY}; Go goes direct for http URLs and goes through ${PROXY} for https URLs`,
  );
});

test("a client that stops is named once, with its reason", () => {
  const why = "apt stops: the proxy's scheme is not known";
  expect(wordsForEffects([does("apt", "https", { route: "invalid", why })])).toBe(
    "as things stand, apt stops (the proxy's scheme is not known)",
  );
});

test("of no effects there are no words", () => {
  expect(wordsForEffects([])).toBe("");
});
