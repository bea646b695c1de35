import { expect, test } from "vitest";
import { wordsForProgress } from "../../src/cli/progress.ts";

test("what is measured, what is left, and the slowest of what runs", () => {
  const running = ["ec2-api/sts@http://alice@10.0.0.33:3128", "s3/global@direct"];
  expect(wordsForProgress({ done: 38, total: 52, running }, 3240)).toBe(
    "38 of 52 measured, 14 left; slowest: ec2-api/sts via alice@10.0.0.33:3128, 3.2 s",
  );
  expect(wordsForProgress({ done: 51, total: 52, running: ["s3/global@direct"] }, 40)).toBe(
    "51 of 52 measured, 1 left; slowest: s3/global direct, 0.0 s",
  );
  expect(wordsForProgress({ done: 52, total: 52, running: [] }, 0)).toBe("52 of 52 measured, 0 left");
});
