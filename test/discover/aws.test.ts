import { expect, test } from "vitest";
import { aws } from "../../src/discover/aws.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one file a user", async () => {
  const files = filesAt("/home/a/.aws/config", "/root/.aws/config", "/root/.aws/credentials");
  expect(await readSource(aws, files)).toEqual([
    "/root/.aws/config aws-config",
    "/home/a/.aws/config aws-config",
  ]);
});
