import { expect, test } from "vitest";
import { parseCheckOptions } from "../../src/cli/options.ts";

const REST = { environment: true, color: true, format: "table", timeout: "5", deadline: "30" };
const parsed = (proxy: string) => () => parseCheckOptions({ ...REST, proxy: [proxy] });

test.each(["http://joe:***@10.0.0.33:3128", "http://joe:***1@10.0.0.33:3128"])(
  "a proxy that was copied with its password hidden is refused: %s",
  (url) => {
    expect(parsed(url)).toThrow(`--proxy: "${url}" has *** where its secret is to be; write that itself`);
  },
);

test("a script that stands in its URL may have such a comment", () => {
  expect(parsed("pac+data:,/***/function FindProxyForURL(){return 'DIRECT'}")).not.toThrow();
});
