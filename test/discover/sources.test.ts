import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discover } from "../../src/discover/discover.ts";
import { systemMachine } from "../../src/discover/system-machine.ts";
import { LOADERS } from "../../src/model/setting.ts";

const root = mkdtempSync(join(tmpdir(), "whole-machine-"));
const PATHS = [
  "/etc/environment",
  "/etc/profile.d/proxy.sh",
  "/etc/circle-installation-customizations",
  "/etc/circleconfig/schedulerer/customizations",
  "/var/lib/replicated/circle-config/http_proxy",
  "/etc/replicated.conf",
  "/etc/default/replicated",
  "/etc/docker/daemon.json",
  "/etc/default/docker",
  "/root/.docker/config.json",
  "/etc/systemd/system/docker.service.d/proxy.conf",
  "/lib/systemd/system/docker.service",
  "/etc/wgetrc",
  "/root/.curlrc",
  "/etc/gitconfig",
  "/root/.aws/config",
  "/etc/apt/apt.conf.d/95proxy",
  "/etc/apt/apt.conf",
  "/etc/sudoers",
  "/etc/sudoers.d/proxy",
  ...Array.from({ length: 10 }, (_, user) => `/home/user${user}/.gitconfig`),
];

const put = (path: string, text: string | Uint8Array) => {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const link = (target: string, path: string) => {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  symlinkSync(target, join(root, path));
};

beforeAll(() => {
  for (const path of PATHS) put(path, "");
  put("/etc/systemd/system/nomad.service", "[Service]\nEnvironmentFile=/etc/nomad.env\n");
  put("/etc/nomad.env", "");
});
afterAll(() => rmSync(root, { recursive: true }));

test("every grammar has a source", async () => {
  const { files } = await discover(systemMachine({ root, environment: {} }), {});
  expect(new Set(files.map(({ loader }) => loader))).toEqual(new Set(LOADERS));
  expect(new Set(files.map(({ path }) => path)).size).toBe(PATHS.length + 2);
});

test("a machine of some thirty settings files is read in well under a tenth of a second", async () => {
  const machine = systemMachine({ root, environment: {} });
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const before = performance.now();
    await discover(machine, {});
    times.push(performance.now() - before);
  }
  expect(Math.min(...times)).toBeLessThan(100);
});

test("what cannot be read is named with the reason, and all else is read", async () => {
  put("/etc/profile.d/large.sh", "a".repeat(10_000_000));
  put("/etc/profile.d/binary.sh", Uint8Array.of(65, 0, 66));
  put("/root/.wgetrc/file", "in a directory of that name");
  link("loop.sh", "/etc/profile.d/loop.sh");
  link("../default/circle", "/etc/sysconfig/replicated");
  link("../sysconfig/replicated", "/etc/default/circle");
  link("service.d", "/etc/systemd/system/service.d");
  put("/etc/systemd/system/docker.service.d/a.conf/file", "in a directory of that name");
  const { files, unreadable } = await discover(systemMachine({ root, environment: {} }), {});
  expect(unreadable).toEqual([
    { path: "/etc/profile.d/binary.sh", reason: "is a binary file" },
    { path: "/etc/profile.d/large.sh", reason: "is larger than 1 MiB" },
    { path: "/etc/profile.d/loop.sh", reason: "too many symbolic links" },
    { path: "/etc/sysconfig/replicated", reason: "too many symbolic links" },
    { path: "/etc/systemd/system/docker.service.d/a.conf", reason: "is a directory" },
    { path: "/etc/systemd/system/service.d", reason: "too many symbolic links" },
    { path: "/root/.wgetrc", reason: "is a directory" },
  ]);
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(PATHS));
});
