import { expect, test } from "vitest";
import { typedFor, wordsForKeeping, wordsForPatch } from "../../src/messages/patches.ts";

test("an edit is told with its place, name and entry", () => {
  const patch = { file: "/etc/environment", line: 4, name: "NO_PROXY", value: "169.254.169.254" } as const;
  expect(wordsForPatch({ ...patch, op: "add-entry" })).toBe(
    "/etc/environment:4  NO_PROXY: add 169.254.169.254",
  );
  expect(wordsForPatch({ ...patch, op: "remove-entry" })).toContain("NO_PROXY: remove 169.254.169.254");
  expect(wordsForPatch({ ...patch, op: "set" })).toContain("NO_PROXY: set to 169.254.169.254");
});

test("a JVM's property is named within its variable", () => {
  const patch = {
    file: "/etc/circle-installation-customizations",
    line: 8,
    op: "add-entry",
    name: "JVM_OPTS",
    property: "http.nonProxyHosts",
    value: "10.0.1.238",
  } as const;
  expect(wordsForPatch(patch)).toBe(
    "/etc/circle-installation-customizations:8  JVM_OPTS -Dhttp.nonProxyHosts: add 10.0.1.238",
  );
});

test("what a shell exports is a line to type, and where to keep it", () => {
  const patch = { file: "environment", op: "set", name: "NO_PROXY" } as const;
  const typed = { ...patch, value: "localhost,10.0.1.238" };
  expect(wordsForPatch(typed)).toBe("this shell  NO_PROXY: set to localhost,10.0.1.238");
  expect(typedFor(typed)).toBe("export NO_PROXY=localhost,10.0.1.238");
  expect(wordsForKeeping([typed])).toEqual([expect.stringContaining("/etc/environment for every login")]);
  expect(wordsForKeeping([typed, { ...typed, file: "/etc/environment", line: 4 }])).toEqual([]);
  expect(typedFor({ ...patch, value: "a b'c" })).toBe("export NO_PROXY='a b'\\''c'");
});
