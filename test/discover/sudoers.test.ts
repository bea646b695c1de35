import { expect, test } from "vitest";
import { sudoers } from "../../src/discover/sudoers.ts";
import { filesAt, readSource } from "./read-source.ts";

test("sudoers, then what it includes, in the order of the names", async () => {
  const files = filesAt(
    "/etc/sudoers.d/90-cloud-init-users",
    "/etc/sudoers.d/10_proxy",
    "/etc/sudoers.d/proxy.conf",
    "/etc/sudoers.d/proxy~",
    "/etc/sudoers.d/.hidden",
    "/etc/sudoers",
  );
  expect(await readSource(sudoers, files)).toEqual([
    "/etc/sudoers sudoers",
    "/etc/sudoers.d/10_proxy sudoers",
    "/etc/sudoers.d/90-cloud-init-users sudoers",
  ]);
});
