import { expect, test } from "vitest";
import { readingLines } from "../../src/render/reading.ts";
import { painter } from "../../src/render/style.ts";
import { report } from "./build.ts";

const lines = (found: Readonly<Record<string, string>>) => {
  const whole = report({ judges: "settings" });
  const paint = painter({ colour: false });
  return readingLines({ ...whole, installation: { ...whole.installation, found } }, 200, paint);
};

test("what a machine is taken for is told with what shows it, unless a flag says it", () => {
  expect(lines({ role: "/etc/replicated.conf", region: "default", services: "flag" })[0]).toBe(
    "Taken for: role services (by /etc/replicated.conf), region us-east-1 (assumed).",
  );
  expect(lines({ role: "flag", region: "flag", services: "flag" })[0]).toMatch(/^Read: /);
});
