import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shellWord } from "../../src/model/shell-word.ts";

test("a shell reads a word back as it was", () => {
  const awkward = fc.string({
    unit: fc.constantFrom(..." \t\n'\"\\$`!*?[]{}()<>|&;#~=%^@:,./-_aZ09é\u{1f511}"),
    maxLength: 12,
  });
  fc.assert(
    fc.property(awkward, (word) => {
      const read = execFileSync("sh", ["-c", `printf '%s.' ${shellWord(word)}`], { encoding: "utf8" });
      expect(read).toBe(`${word}.`);
    }),
    { numRuns: 150 },
  );
});
