import { expect, test } from "vitest";
import { replicatedConf } from "../../src/discover/replicated-conf.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one file", async () => {
  const files = filesAt("/etc/replicated.conf", "/etc/replicated/replicated.conf");
  expect(await readSource(replicatedConf, files)).toEqual(["/etc/replicated.conf replicated-conf"]);
});
