import { describe, expect, test } from "vitest";
import { envFile } from "../../src/formats/env-file.ts";
import { pamEnv } from "../../src/formats/pam-env.ts";
import { shell } from "../../src/formats/shell.ts";

const WRAPPED = "A=1\n(cat <<'EOF'\nB=2\nEOF\n) | sudo tee /etc/x\nC=3\n";

describe("the shell", () => {
  test.each<[string, string, number, string]>([
    ["a label alone goes", "A=1\n2.) B=2\nC=3\n", 2, "A=1\nB=2\nC=3\n"],
    ["a label before export", "  2) export B=2", 1, "export B=2"],
    ["a label goes with its command", "A=1\n2.) sudo service x stop\nC=3", 2, "A=1\nC=3"],
    ["the last line", "A=1\nfi", 2, "A=1\n"],
    ["an assignment that stops the shell stays", "A=1\nB=<x>\n", 2, "A=1\nB=<x>\n"],
    ["a line without fault", "A=1\nfi\n", 1, "A=1\nfi\n"],
    ["all that was pasted, where one line less would cost C", WRAPPED, 2, "A=1\nB=2\nC=3\n"],
    ["as much from its end", WRAPPED, 5, "A=1\nB=2\nC=3\n"],
    ["one line, where none is taken behind it", WRAPPED.slice(0, -4), 5, "A=1\n(cat <<'EOF'\nB=2\nEOF\n"],
  ])("%s", (_, text, line, expected) => expect(shell.removeFault?.(text, line)).toBe(expected));
});

test.each([
  ["pam_env", pamEnv],
  ["an EnvironmentFile", envFile],
])("%s", (_, format) => {
  expect(format.removeFault?.(WRAPPED, 5)).toBe("A=1\n(cat <<'EOF'\nB=2\nEOF\nC=3\n");
  expect(format.removeFault?.("1.) A=b\nC=d\n", 1)).toBe("A=b\nC=d\n");
});

test("no line goes that carries the one before it", () => {
  const text = "A=b \\\nEOF\nC=d\n";
  expect(pamEnv.removeFault?.(text, 2)).toBe(text);
});
