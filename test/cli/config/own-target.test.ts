import { describe, expect, test } from "vitest";
import { ownTarget } from "../../../src/cli/config/own-target.ts";
import type { ConfiguredTarget } from "../../../src/cli/config/target-schema.ts";
import { recognise } from "../../../src/measure/answer/recognise.ts";

const HTTPS: ConfiguredTarget = { id: "own/a", url: "https://a.example.com/", policy: "either" };
const ANSWER = { status: 200, headers: { "x-artifactory-id": "7f3a" }, body: "OK (all is well)" };

describe("what is expected of a target proves it, and nothing else does", () => {
  test.each<[NonNullable<ConfiguredTarget["expect"]>, boolean]>([
    [{ status: [200, 204] }, true],
    [{ status: [204] }, false],
    [{ body: "ok (all" }, true],
    // A text, and no pattern.
    [{ body: "OK .all" }, false],
    [{ status: [204], body: "OK" }, false],
    [{ header: { name: "X-Artifactory-Id" } }, true],
    [{ header: { name: "X-Artifactory-Id", contains: "7f" } }, true],
    [{ header: { name: "X-Artifactory-Id", contains: "7.3" } }, false],
    [{ header: { name: "X-Other" } }, false],
  ])("%j: %s", (expectation, isProof) => {
    const { target } = ownTarget({ ...HTTPS, expect: expectation });
    expect(recognise(ANSWER, target, false) === "target").toBe(isProof);
  });
});

test("a policy of one word holds for both egress policies", () => {
  expect(ownTarget(HTTPS).target.policy).toEqual({ standard: "either", corporate: "either" });
});

test.each([
  ["https://a/", "http", ["shell-commands"]],
  ["tcp://a:1", "connect", ["raw-connections"]],
  ["ssh://a", "ssh-banner", ["raw-connections"]],
])("%s is asked with %s, and called by %j", (url, kind, components) => {
  const own = ownTarget({ ...HTTPS, url });
  expect(own.target.exchange.kind).toBe(kind);
  expect(own.components).toEqual(components);
});
