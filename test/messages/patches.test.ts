import { expect, test } from "vitest";
import { wordsForPatch } from "../../src/messages/patches.ts";

test("an edit is told with its place, name and entry", () => {
  const patch = { file: "/etc/environment", line: 4, name: "NO_PROXY", value: "169.254.169.254" } as const;
  expect(wordsForPatch({ ...patch, op: "add-entry" })).toBe(
    "/etc/environment:4  NO_PROXY: add 169.254.169.254",
  );
  expect(wordsForPatch({ ...patch, op: "remove-entry" })).toContain("NO_PROXY: remove 169.254.169.254");
  expect(wordsForPatch({ ...patch, op: "set" })).toContain("NO_PROXY: set to 169.254.169.254");
});

test("a JVM's property is named within its variable, and the shell as a place of its own", () => {
  const patch = {
    file: "environment",
    op: "add-entry",
    name: "JVM_OPTS",
    property: "http.nonProxyHosts",
    value: "10.0.1.238",
  } as const;
  expect(wordsForPatch(patch)).toBe(
    "this shell's environment  JVM_OPTS -Dhttp.nonProxyHosts: add 10.0.1.238",
  );
});
