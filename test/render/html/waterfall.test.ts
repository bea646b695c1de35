import { describe, expect, test } from "vitest";
import type { Phase } from "../../../src/model/phase.ts";
import { html, written } from "../../../src/render/html/markup.ts";
import { scaleFor, waterfall } from "../../../src/render/html/waterfall.ts";
import { all, parsed } from "./parsed.ts";

const tcp = (ms: number): Phase => ({
  name: "tcp",
  status: "ok",
  ms,
  facts: { remote: "192.0.2.1:443", local: "10.0.0.1:50000", tries: [] },
});
const failed: Phase = {
  name: "tls",
  status: "failed",
  ms: 300,
  failure: { code: "tls-alert", message: "", alert: 40 },
};
const skipped: Phase = { name: "request", status: "skipped", because: "an earlier phase failed" };

function drawn(phases: readonly Phase[], ms: number) {
  return parsed(written(html`<!DOCTYPE html><title>x</title>${waterfall("direct", phases, { ms })}`));
}

describe("the scale", () => {
  test.each([
    [[[tcp(3)]], 4],
    [[[tcp(31)], [tcp(70), failed]], 400],
    [[[tcp(4999.9)]], 6000],
    [[[tcp(6001)]], 8000],
    [[[skipped]], 4],
    [[], 4],
  ])("holds the longest of all attempts, in a round number (%#)", (attempts, ms) => {
    expect(scaleFor(attempts).ms).toBe(ms);
  });
});

describe("the bars", () => {
  test("stand one after the other, as wide as their time, and what was skipped has none", () => {
    const lines = all(drawn([tcp(100), failed, skipped], 400), "line").map(({ attributes }) => attributes);
    expect(lines.map(({ x1, x2 }) => [x1, x2])).toEqual([
      ["0%", "25%"],
      ["25%", "100%"],
    ]);
  });

  test("are seen though their time is next to nothing", () => {
    const [line] = all(drawn([tcp(0)], 6000), "line");
    expect(line?.attributes).toMatchObject({ x1: "0%", x2: "0.2%" });
  });

  test("are told in words as well", () => {
    const [svg] = all(drawn([tcp(100), failed, skipped], 400), "svg");
    expect(svg?.attributes["role"]).toBe("img");
    expect(svg?.inside[0]).toMatchObject({
      name: "title",
      text: "direct: connect 100 ms; TLS 300 ms, TLS alert 40",
    });
  });
});
