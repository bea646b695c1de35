import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { commandLines, exampleLines } from "../../../src/cli/help/example-lines.ts";

const LONG =
  "proxy-doctor generate --role services --proxy 'http://alice:a b@10.0.0.33:3128' --services 10.0.1.238 --yes --output tree";

test("a long command is broken before its options", () => {
  expect(commandLines(LONG, 60)).toEqual([
    "proxy-doctor generate --role services \\",
    "    --proxy 'http://alice:a b@10.0.0.33:3128' \\",
    "    --services 10.0.1.238 --yes --output tree",
  ]);
});

test.each([30, 60, 200])("a shell takes its lines, %i columns wide, for one command", (width) => {
  const lines = commandLines(LONG, width).join("\n").replace("proxy-doctor", "printf '%s|'");
  expect(execFileSync("sh", ["-c", lines], { encoding: "utf8" })).toBe(
    "generate|--role|services|--proxy|http://alice:a b@10.0.0.33:3128|--services|10.0.1.238|--yes|--output|tree|",
  );
});

test("what it is for stands above it, as a comment", () => {
  expect(exampleLines([{ command: "proxy-doctor lint", says: "Settings alone" }], 80)).toEqual([
    "# Settings alone",
    "proxy-doctor lint",
  ]);
});
