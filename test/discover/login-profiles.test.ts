import { expect, test } from "vitest";
import { loginProfiles } from "../../src/discover/login-profiles.ts";
import { filesAt, readSource } from "./read-source.ts";

test("scripts that login shells source, in the order of their names", async () => {
  const files = filesAt(
    "/etc/profile.d/proxy.sh",
    "/etc/profile.d/a.sh",
    "/etc/profile.d/proxy.csh",
    "/etc/profile.d/.hidden.sh",
    "/etc/profile.d/a.sh.bak",
    "/etc/profile.d/below/b.sh",
  );
  expect(await readSource(loginProfiles, files)).toEqual([
    "/etc/profile.d/a.sh shell",
    "/etc/profile.d/proxy.sh shell",
  ]);
});
