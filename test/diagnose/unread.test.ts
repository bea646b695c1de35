import { expect, test } from "vitest";
import { isUnreadIn } from "../../src/diagnose/unread.ts";
import type { Setting } from "../../src/model/setting.ts";

test("a setting is unread behind an error or within a text, in this file only", () => {
  const inFile = (path: string, flaw?: Setting["flaw"]): Setting => ({
    name: "HTTP_PROXY",
    value: "http://10.0.0.33:3128",
    exported: true,
    ...(flaw === undefined ? {} : { flaw }),
    source: { kind: "file", path, line: 3, loader: "shell" },
  });
  const isUnread = isUnreadIn("/etc/profile");
  expect(isUnread(inFile("/etc/profile", "syntax-error"))).toBe(true);
  expect(isUnread(inFile("/etc/profile", "in-here-document"))).toBe(true);
  expect(isUnread(inFile("/etc/profile", "unquoted"))).toBe(false);
  expect(isUnread(inFile("/etc/profile"))).toBe(false);
  expect(isUnread(inFile("/etc/bash.bashrc", "syntax-error"))).toBe(false);
});
