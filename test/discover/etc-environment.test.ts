import { expect, test } from "vitest";
import { etcEnvironment } from "../../src/discover/etc-environment.ts";
import { filesAt, readSource } from "./read-source.ts";

test("one file, for logins and for a shell that sources it", async () => {
  const files = filesAt("/etc/environment", "/etc/environment.d/a.conf");
  expect(await readSource(etcEnvironment, files)).toEqual([
    "/etc/environment pam-env",
    "/etc/environment shell",
  ]);
});
