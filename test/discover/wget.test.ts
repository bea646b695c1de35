import { expect, test } from "vitest";
import { wget } from "../../src/discover/wget.ts";
import { filesAt, readSource } from "./read-source.ts";

test("the machine's file, then the users'", async () => {
  const files = filesAt("/home/a/.wgetrc", "/etc/wgetrc", "/root/.wgetrc");
  expect(await readSource(wget, files)).toEqual([
    "/etc/wgetrc wgetrc",
    "/root/.wgetrc wgetrc",
    "/home/a/.wgetrc wgetrc",
  ]);
});
