import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { waysBelow } from "../../src/discover/ways-below.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "proxy-doctor-ways-")));
const root = join(folder, "image");
mkdirSync(join(root, "etc/deep/er"), { recursive: true });
mkdirSync(join(root, "usr/lib"), { recursive: true });
writeFileSync(join(root, "etc/file"), "");
writeFileSync(join(root, "usr/lib/unit"), "");
writeFileSync(join(folder, "secret"), "");
const LINKS: Readonly<Record<string, string>> = {
  lib: "/usr/lib",
  "etc/unit": "/lib/unit",
  "etc/chain": "/etc/unit",
  "etc/up": "../../../../usr/lib/unit",
  "etc/deep/out": "../../../secret",
  "etc/real": join(folder, "secret"),
  "etc/deep/er/through": "/lib/../lib/unit",
  "etc/deep/er/wide": "../../../../../usr",
  "etc/top": "/",
  "etc/dangling": "nothing",
  "etc/gone": "/run/nothing",
  "etc/half": "../lib/nothing",
  "etc/one": "/etc/other",
  "etc/other": "/etc/one",
  "etc/self": "/etc/self/x",
  "etc/masked": "/dev/null",
};
for (const [place, target] of Object.entries(LINKS)) symlinkSync(target, join(root, place));
symlinkSync(root, join(folder, "mounted"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(["image", "mounted"])("below the root, named as %s", (name) => {
  const ways = waysBelow(join(folder, name));

  test.each([
    ["/", ""],
    ["/etc/file", "etc/file"],
    ["/lib/unit", "usr/lib/unit"],
    ["/etc/unit", "usr/lib/unit"],
    ["/etc/chain", "usr/lib/unit"],
    ["/etc/up", "usr/lib/unit"],
    ["/etc/deep/er/through", "usr/lib/unit"],
    ["/etc/top/etc/top/etc/file", "etc/file"],
    ["/../../etc/file", "etc/file"],
  ])("%s leads to %s", async (path, place) => {
    expect(await ways(path)).toEqual({ kind: "there", real: join(root, place, ".") });
  });

  test.each([
    ["/etc/nothing", "absent"],
    ["/etc/file/below", "absent"],
    ["/etc/dangling", "absent"],
    ["/lib/nothing", "absent"],
    ["/lib/nothing/below", "absent"],
    ["/etc/deep/er/wide/nothing", "absent"],
    ["/etc/gone", "lost"],
    ["/etc/gone/below", "lost"],
    ["/etc/half", "lost"],
    ["/etc/deep/out", "lost"],
    ["/etc/real", "lost"],
    ["/etc/masked", "null-device"],
  ])("%s is %s", async (path, kind) => {
    expect(await ways(path)).toEqual({ kind });
  });

  test.each(["/etc/one", "/etc/self"])("%s leads in a circle, which ends", async (path) => {
    await expect(ways(path)).rejects.toMatchObject({ code: "ELOOP" });
  });
});

test("on the machine itself links lead where they say", async () => {
  expect(await waysBelow("/")(join(root, "etc/real"))).toEqual({
    kind: "there",
    real: join(folder, "secret"),
  });
  expect(await waysBelow("/")(join(root, "etc/gone"))).toEqual({ kind: "absent" });
});
