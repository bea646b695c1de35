import { expect, test } from "vitest";
import { wordsForDrop } from "../../src/messages/drop-reasons.ts";
import { DROP_REASONS, type Loader } from "../../src/model/setting.ts";

const words = (loader: Loader) =>
  DROP_REASONS.map((reason) =>
    wordsForDrop({ kind: "syntax-error", path: "/etc/x", line: 1, loader, text: "", reason }, reason),
  );

test("each reason has words of its own, and names the program that reads the file", () => {
  expect(new Set(words("systemd")).size).toBe(DROP_REASONS.length);
  for (const each of words("docker-daemon-json")) expect(each).toMatch(/^dockerd \S/);
  expect(words("systemd")).toContain(
    "systemd takes a % for the beginning of a specifier, and drops or changes the value: write %% for every %",
  );
});
