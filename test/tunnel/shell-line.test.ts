import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shellLine } from "../../src/tunnel/shell-line.ts";

/** Characters that shells make something of, and some that they do not. */
const awkward = fc.string({
  unit: fc.constantFrom(..." \t\n'\"\\$`!*?[]{}()<>|&;#~=%^@:,./-_aZ09é\u{1f511}"),
  maxLength: 12,
});

test("a shell reads every word back as it was", () => {
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 1, maxLength: 6 }), (words) => {
      const read = execFileSync("sh", ["-c", `printf '%s\\0' ${shellLine(words)}`], { encoding: "utf8" });
      expect(read.split("\0").slice(0, -1)).toEqual(words);
    }),
    { numRuns: 150 },
  );
});

test("what needs no quotes has none", () => {
  const words = ["ssh", "-N", "-L", "8800:localhost:8800", "ubuntu@10.0.1.238", "%h"];
  expect(shellLine(words)).toBe("ssh -N -L 8800:localhost:8800 ubuntu@10.0.1.238 %h");
});

test("a word that zsh would look up as a program's path is quoted", () => {
  expect(shellLine(["=ssh", "~/key", "--a=b"])).toBe("'=ssh' '~/key' --a=b");
});
