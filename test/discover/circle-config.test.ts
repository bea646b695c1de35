import { expect, test } from "vitest";
import { circleConfig } from "../../src/discover/circle-config.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one value a file", async () => {
  const files = filesAt(
    "/var/lib/replicated/circle-config/no_proxy",
    "/var/lib/replicated/circle-config/http_proxy",
    "/var/lib/replicated/circle-config/https_proxy",
    "/var/lib/replicated/circle-config/s3_bucket",
  );
  expect(await readSource(circleConfig, files)).toEqual([
    "/var/lib/replicated/circle-config/http_proxy one-value",
    "/var/lib/replicated/circle-config/https_proxy one-value",
    "/var/lib/replicated/circle-config/no_proxy one-value",
  ]);
});
