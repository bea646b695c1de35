import { expect, test } from "vitest";
import { dockerDaemon } from "../../src/discover/docker-daemon.ts";
import { filesAt, readSource } from "./read-source.ts";

test("the daemon's own file, and that of its scripts", async () => {
  const files = filesAt("/etc/default/docker", "/etc/docker/daemon.json", "/etc/docker/key.json");
  expect(await readSource(dockerDaemon, files)).toEqual([
    "/etc/docker/daemon.json docker-daemon-json",
    "/etc/default/docker shell",
  ]);
});
