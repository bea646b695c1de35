import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileSystem } from "../../src/discover/file-system.ts";

const MEBIBYTE = 1_048_576;
const root = mkdtempSync(join(tmpdir(), "proxy-doctor-machine-"));
const machine = fileSystem(root);
const put = (path: string, content: string | Uint8Array, mode = 0o640) => {
  writeFileSync(join(root, path), content);
  chmodSync(join(root, path), mode);
};

beforeAll(() => {
  mkdirSync(join(root, "etc/conf.d/below"), { recursive: true });
  put("etc/text", "\uFEFFA=é\r\nB=2");
  put("etc/empty", "");
  put("etc/largest", "a".repeat(MEBIBYTE));
  put("etc/too-large", "a".repeat(MEBIBYTE + 1));
  put("etc/binary", Uint8Array.of(65, 0, 66));
  put("etc/latin-1", Uint8Array.of(65, 0xe9, 66));
  put("etc/secret", "A=1", 0);
  put("etc/public", "A=1", 0o644);
  chmodSync(join(root, "etc"), 0o755);
  mkdirSync(join(root, "home/me"), { recursive: true });
  put("home/me/.curlrc", "A=1", 0o644);
  mkdirSync(join(root, "home/me/.aws"), { mode: 0o755 });
  put("home/me/.aws/config", "A=1", 0o644);
  chmodSync(join(root, "home/me"), 0o700);
  mkdirSync(join(root, "etc/closed"));
  put("etc/closed/text", "A=1");
  chmodSync(join(root, "etc/closed"), 0);
  put("etc/conf.d/b.conf", "b");
  put("etc/conf.d/a.conf", "a");
  symlinkSync("text", join(root, "etc/link"));
  symlinkSync("loop", join(root, "etc/loop"));
  symlinkSync("../circle", join(root, "etc/conf.d/circle"));
  symlinkSync("conf.d/circle", join(root, "etc/circle"));
  symlinkSync("..", join(root, "etc/conf.d/up"));
  symlinkSync("/", join(root, "etc/above"));
  symlinkSync("nowhere", join(root, "etc/dangling"));
  symlinkSync("/etc/passwd", join(root, "etc/outside"));
  symlinkSync("/nowhere/env", join(root, "etc/of-the-machine"));
  symlinkSync("/nowhere", join(root, "opt"));
  symlinkSync("/dev/null", join(root, "etc/masked"));
  symlinkSync("/etc/public", join(root, "etc/within"));
  symlinkSync("/etc/conf.d", join(root, "etc/wants.d"));
  symlinkSync("/etc/conf.d/below", join(root, "etc/conf.d/linked"));
});
afterAll(() => {
  chmodSync(join(root, "etc/closed"), 0o700);
  rmSync(root, { recursive: true });
});

describe("reading", () => {
  test.each([
    ["/etc/text", "\uFEFFA=é\r\nB=2"],
    ["/etc/empty", ""],
    ["/etc/link", "\uFEFFA=é\r\nB=2"],
    ["/etc/largest", "a".repeat(MEBIBYTE)],
    ["/etc/masked", ""],
    ["/etc/within", "A=1"],
    ["/etc/above/etc/public", "A=1"],
    ["/etc/wants.d/a.conf", "a"],
  ])("%s is text, every byte of it", async (path, text) => {
    expect(await machine.read(path)).toMatchObject({ kind: "text", text });
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
    ["/etc/circle", "too many symbolic links"],
    ["/etc/outside", "a symbolic link leads to what is not below the directory"],
    ["/etc/of-the-machine", "a symbolic link leads to what is not below the directory"],
    ["/opt/env", "a symbolic link leads to what is not below the directory"],
    ["/opt/a/b/env", "a symbolic link leads to what is not below the directory"],
    [`/etc/${"a".repeat(300)}`, "its name is too long"],
  ])("%s is unreadable", async (path, reason) => {
    expect(await machine.read(path)).toEqual({ kind: "unreadable", reason });
  });

  describe.skipIf(process.getuid?.() === 0)("without permission, which root always has,", () => {
    const denied = { kind: "unreadable", reason: "permission denied" };

    test("a file is unreadable", async () => {
      expect(await machine.read("/etc/secret")).toEqual(denied);
    });

    test("a directory is unreadable, and bars the way to all that may lie in it", async () => {
      expect(await machine.list("/etc/closed")).toEqual(denied);
      expect(await machine.read("/etc/closed/text")).toEqual({ ...denied, at: "/etc/closed" });
      expect(await machine.read("/etc/closed/a/b")).toEqual({ ...denied, at: "/etc/closed" });
      expect(await machine.list("/etc/closed/a")).toEqual({ ...denied, at: "/etc/closed" });
    });
  });

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
    const own = fileSystem("/");
    expect(await own.read("/dev/zero")).toEqual({ kind: "unreadable", reason: "is a device" });
  });

  test.skipIf(process.platform !== "linux")("a file that does not tell its size is read", async () => {
    const own = fileSystem("/");
    expect(await own.read("/proc/self/status")).toMatchObject({ text: expect.stringContaining("Pid:") });
  });
});

describe("everyone reads a file", () => {
  test.each([
    ["/etc/public", true],
    ["/etc/within", true],
    ["/etc/text", undefined],
    ["/etc/masked", undefined],
    ["/home/me/.curlrc", undefined],
    ["/home/me/.aws/config", undefined],
  ])("%s: %s, by its own permissions and those of the directories above", async (path, everyoneReads) => {
    const read = await machine.read(path);
    expect(read).toMatchObject({ kind: "text" });
    expect("everyoneReads" in read ? read.everyoneReads : undefined).toBe(everyoneReads);
  });
});

describe("listing", () => {
  test("gives the machine's own paths, sorted; a link counts as what it leads to", async () => {
    expect(await machine.list("/etc/conf.d")).toEqual({
      kind: "listed",
      files: ["/etc/conf.d/a.conf", "/etc/conf.d/b.conf", "/etc/conf.d/circle"],
      directories: ["/etc/conf.d/below", "/etc/conf.d/linked", "/etc/conf.d/up"],
    });
  });

  test("goes on within the root where a link begins at `/`", async () => {
    const within = await machine.list("/etc/wants.d");
    expect(within).toMatchObject({
      files: ["/etc/wants.d/a.conf", "/etc/wants.d/b.conf", "/etc/wants.d/circle"],
    });
    expect(await machine.list("/etc/above")).toMatchObject({
      directories: ["/etc/above/etc", "/etc/above/home"],
    });
  });

  test.each(["/etc/nothing", "/etc/text", "/etc/dangling"])("%s is no directory", async (path) => {
    expect(await machine.list(path)).toEqual({ kind: "absent" });
  });

  test.each([
    ["/etc/loop", "too many symbolic links"],
    ["/opt", "a symbolic link leads to what is not below the directory"],
  ])("%s is unreadable", async (path, reason) => {
    expect(await machine.list(path)).toEqual({ kind: "unreadable", reason });
  });
});
