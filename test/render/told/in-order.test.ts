import { expect, test } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { toldInOrder } from "../../../src/render/told/in-order.ts";

function finding(id: string, ...causedBy: readonly string[]): Finding {
  return {
    id,
    code: "target-timing-out",
    severity: "error",
    subject: {},
    args: { hosts: [], targets: [], components: [], routes: [] },
    evidence: [],
    causedBy,
    fixes: [],
  };
}

function outline(...findings: readonly Finding[]): readonly string[] {
  return toldInOrder(findings).map(({ finding: told, consequences }) =>
    [told.id, ...consequences.map(({ id }) => id)].join(" > "),
  );
}

test("a consequence stands beneath its cause, also at second hand", () => {
  expect(outline(finding("c", "b"), finding("a"), finding("b", "a"))).toEqual(["a > b > c"]);
});

test("a consequence of two causes is told once, beneath the first", () => {
  expect(outline(finding("a"), finding("b"), finding("c", "b", "a"))).toEqual(["a > c", "b"]);
});

test("nothing is lost: neither where the cause is missing nor where findings cause each other", () => {
  expect(outline(finding("a", "gone"), finding("b", "c"), finding("c", "b"))).toEqual(["a", "b > c"]);
});
