import { expect, test } from "vitest";
import { curl } from "../../src/discover/curl.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one file a user", async () => {
  const files = filesAt("/home/a/.curlrc", "/etc/curlrc", "/root/.curlrc");
  expect(await readSource(curl, files)).toEqual(["/root/.curlrc curlrc", "/home/a/.curlrc curlrc"]);
});
