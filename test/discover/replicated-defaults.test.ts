import { expect, test } from "vitest";
import { replicatedDefaults } from "../../src/discover/replicated-defaults.ts";
import { filesAt, readSource } from "./read-source.ts";

test("every file of a service of Replicated, and no copy of one", async () => {
  const files = filesAt(
    "/etc/default/replicated-ui",
    "/etc/default/replicated",
    "/etc/default/replicated.dpkg-old",
    "/etc/default/replicated~",
    "/etc/default/docker",
    "/etc/sysconfig/replicated-operator",
  );
  expect(await readSource(replicatedDefaults, files)).toEqual([
    "/etc/default/replicated docker-options",
    "/etc/default/replicated-ui docker-options",
    "/etc/sysconfig/replicated-operator docker-options",
  ]);
});
