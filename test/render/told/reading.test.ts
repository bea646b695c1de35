import { expect, test } from "vitest";
import { renderTerminal } from "../../../src/render/terminal/report.ts";
import { wordsForReading, wordsForUnread } from "../../../src/render/told/reading.ts";
import { report } from "../build.ts";

const lines = (found: Readonly<Record<string, string>>) => {
  const whole = report({ judges: "settings" });
  return wordsForReading({ ...whole, installation: { ...whole.installation, found } });
};

test("what a machine is taken for is told with what shows it, unless a flag says it", () => {
  expect(lines({ role: "/etc/replicated.conf", region: "default", services: "flag" })[0]).toBe(
    "Taken for: role services (by /etc/replicated.conf), region us-east-1 (assumed).",
  );
  expect(lines({ role: "flag", region: "flag", services: "flag" })[0]).toMatch(/^Read: /);
});

test("an error in the syntax that no finding speaks of is told, and what a finding tells is not", () => {
  const at = (loader: "apt-conf" | "shell", path: string) =>
    ({ kind: "syntax-error", path, line: 2, loader, text: "" }) as const;
  const whole = report({
    judges: "settings",
    fileFaults: [at("apt-conf", "/etc/apt/apt.conf"), at("shell", "/etc/profile.d/a.sh")],
  });
  const told = wordsForUnread(whole).join("\n");
  expect(told).toContain("not understood: /etc/apt/apt.conf:2 (an error in the syntax)");
  expect(told).not.toContain("/etc/profile.d/a.sh");
  expect(renderTerminal(whole, { width: 200, colour: false, detail: "full" })).toContain(
    "1 settings file not understood",
  );
});

test("what a program drops is told with its reason, of whatever grammar, and files are counted once", () => {
  const at = (line: number) =>
    ({ kind: "syntax-error", path: "/etc/environment", line, loader: "pam-env", text: "" }) as const;
  const whole = report({
    judges: "settings",
    fileFaults: [
      { ...at(1), reason: "no-assignment" },
      { ...at(2), reason: "byte-order-mark" },
    ],
  });
  expect(wordsForUnread(whole)).toContain(
    "not understood: /etc/environment:1 (pam_env passes over it: write NAME=value with no blank or colon behind the name)",
  );
  expect(renderTerminal(whole, { width: 200, colour: false, detail: "full" })).toContain(
    "1 settings file not understood",
  );
});
