import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commandLines } from "../../../src/render/terminal/command.ts";

describe("a command", () => {
  const words = ["proxy-doctor", "fix", "--root", "'/mnt/an image'", "--ghe", "ghe.example.com", "--write"];

  test.each([40, 60, 200])("can be copied at %i columns, and a shell reads it as it was meant", (width) => {
    const lines = commandLines([words], width);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    const typed = lines.map((line) => line.slice("Type:  ".length)).join("\n");
    const read = execFileSync("sh", [
      "-c",
      `proxy() { printf '%s\\n' "$@"; }; ${typed.replace("proxy-doctor", "proxy")}`,
    ]);
    expect(read.toString().trimEnd().split("\n")).toEqual(
      words.slice(1).map((word) => word.replaceAll("'", "")),
    );
  });

  test("stands beneath another", () => {
    expect(commandLines([["export a=b"], ["unset c"]], 80)).toEqual(["Type:  export a=b", "       unset c"]);
  });
});
