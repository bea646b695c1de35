import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemMachine } from "../../src/discover/system-machine.ts";

const MEBIBYTE = 1_048_576;
const root = mkdtempSync(join(tmpdir(), "proxy-doctor-machine-"));
const machine = systemMachine({ root, environment: { no_proxy: "a" } });
const put = (path: string, content: string | Uint8Array) => writeFileSync(join(root, path), content);

beforeAll(() => {
  mkdirSync(join(root, "etc/conf.d/below"), { recursive: true });
  put("etc/text", "\uFEFFA=é\r\nB=2");
  put("etc/empty", "");
  put("etc/largest", "a".repeat(MEBIBYTE));
  put("etc/too-large", "a".repeat(MEBIBYTE + 1));
  put("etc/binary", Uint8Array.of(65, 0, 66));
  put("etc/latin-1", Uint8Array.of(65, 0xe9, 66));
  put("etc/secret", "A=1");
  chmodSync(join(root, "etc/secret"), 0);
  put("etc/conf.d/b.conf", "b");
  put("etc/conf.d/a.conf", "a");
  symlinkSync("text", join(root, "etc/link"));
  symlinkSync("loop", join(root, "etc/loop"));
  symlinkSync("nowhere", join(root, "etc/dangling"));
  symlinkSync("/etc/passwd", join(root, "etc/outside"));
  symlinkSync("/dev/null", join(root, "etc/masked"));
  symlinkSync("/dev/zero", join(root, "etc/device"));
});
afterAll(() => rmSync(root, { recursive: true }));

describe("reading", () => {
  test.each([
    ["/etc/text", "\uFEFFA=é\r\nB=2"],
    ["/etc/empty", ""],
    ["/etc/link", "\uFEFFA=é\r\nB=2"],
    ["/etc/largest", "a".repeat(MEBIBYTE)],
    ["/etc/masked", ""],
  ])("%s is text, every byte of it", async (path, text) => {
    expect(await machine.read(path)).toEqual({ kind: "text", text });
  });

  test.each(["/etc/nothing", "/etc/text/below", "/nowhere/at/all", "/etc/dangling"])(
    "%s is absent",
    async (path) => {
      expect(await machine.read(path)).toEqual({ kind: "absent" });
    },
  );

  test.each([
    ["/etc/too-large", "is larger than 1 MiB"],
    ["/etc/binary", "is a binary file"],
    ["/etc/latin-1", "is not UTF-8 text"],
    ["/etc/conf.d", "is a directory"],
    ["/etc/loop", "too many symbolic links"],
    ["/etc/outside", "a symbolic link leads out of the directory"],
    [`/etc/${"a".repeat(300)}`, "its name is too long"],
  ])("%s is unreadable", async (path, reason) => {
    expect(await machine.read(path)).toEqual({ kind: "unreadable", reason });
  });

  test.skipIf(process.getuid?.() === 0)(
    "a file without permission is unreadable (root may read it)",
    async () => {
      expect(await machine.read("/etc/secret")).toEqual({ kind: "unreadable", reason: "permission denied" });
    },
  );

  test.skipIf(process.platform === "win32")("a named pipe does not block", async () => {
    execFileSync("mkfifo", [join(root, "etc/pipe")]);
    expect(await machine.read("/etc/pipe")).toEqual({ kind: "unreadable", reason: "is a named pipe" });
  });

  test("a socket is unreadable", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "etc/socket"), resolve));
    expect(await machine.read("/etc/socket")).toEqual({ kind: "unreadable", reason: "is a socket" });
    await new Promise((resolve) => server.close(resolve));
  });

  test("a device is unreadable", async () => {
    const own = systemMachine({ root: "/", environment: {} });
    expect(await own.read("/dev/zero")).toEqual({ kind: "unreadable", reason: "is a device" });
  });

  test.skipIf(process.platform !== "linux")("a file that does not tell its size is read", async () => {
    const own = systemMachine({ root: "/", environment: {} });
    expect(await own.read("/proc/self/status")).toMatchObject({ text: expect.stringContaining("Pid:") });
  });
});

test("listing gives the machine's own paths, sorted, without directories", async () => {
  expect(await machine.list("/etc/conf.d")).toEqual(["/etc/conf.d/a.conf", "/etc/conf.d/b.conf"]);
  expect(await machine.list("/etc/nothing")).toEqual([]);
  expect(await machine.list("/etc/text")).toEqual([]);
});

test("the environment is the one that was given, and addresses have no zone", () => {
  expect(machine.environment).toEqual({ no_proxy: "a" });
  expect(machine.addresses).toContain("127.0.0.1");
  expect(machine.addresses.join()).not.toContain("%");
});
