import { expect, test } from "vitest";
import { share } from "../../src/share/share.ts";
import { full } from "../render/html/full-report.ts";

const LONG = 20_000;

test.each([
  "-".repeat(LONG),
  "a.".repeat(LONG),
  `${"-".repeat(LONG)}a`,
  `http://${"a:".repeat(LONG)}@b`,
  "%61".repeat(LONG),
  "1.".repeat(LONG),
  "a:".repeat(LONG),
  ", a=".repeat(LONG),
])(
  "a text that goes on and on takes no time that anybody would notice: %#",
  (text) => {
    const settings = full.settings.map((setting) => ({ ...setting, name: "no_proxy", value: text }));
    const trustStores = [{ id: text, kind: "bundle", unreadable: text } as const];
    const began = performance.now();
    expect(share({ ...full, settings, trustStores, observations: [] }, new Uint8Array(32)).shared).toBe(true);
    expect(performance.now() - began).toBeLessThan(60_000);
  },
  90_000,
);
