import { expect, test } from "vitest";
import { dockerConfig } from "../../src/discover/docker-config.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one file a user", async () => {
  const files = filesAt(
    "/root/.docker/config.json",
    "/home/b/.docker/config.json",
    "/home/a/.docker/config.json",
    "/home/config.json",
  );
  expect(await readSource(dockerConfig, files)).toEqual([
    "/root/.docker/config.json docker-config-json",
    "/home/a/.docker/config.json docker-config-json",
    "/home/b/.docker/config.json docker-config-json",
  ]);
});
