import { describe, expect, test } from "vitest";
import { openReader } from "../../src/discover/reader.ts";
import { fakeMachine } from "./fake-machine.ts";
import { filesAt } from "./read-source.ts";

const denied = { kind: "unreadable", reason: "permission denied" } as const;

test("a file is read with each of its grammars, and keeps whose it is and who may read it", async () => {
  const machine = fakeMachine({ "/a": { kind: "text", text: "A=1", everyoneReads: true }, "/b": "B=2" });
  const reader = openReader(machine);
  expect(
    await reader.files(["/b", "/none", "/a"], { loaders: ["shell", "env-file"], unit: "x.service" }),
  ).toEqual([
    { path: "/b", loader: "shell", text: "B=2", unit: "x.service" },
    { path: "/b", loader: "env-file", text: "B=2", unit: "x.service" },
    { path: "/a", loader: "shell", text: "A=1", everyoneReads: true, unit: "x.service" },
    { path: "/a", loader: "env-file", text: "A=1", everyoneReads: true, unit: "x.service" },
  ]);
  expect(await reader.files(["/b"], { loaders: ["shell"] })).toEqual([
    { path: "/b", loader: "shell", text: "B=2" },
  ]);
});

describe("what cannot be read", () => {
  test("is noted once, by path, directories too; the others are read", async () => {
    const machine = fakeMachine({
      "/etc/b": { kind: "unreadable", reason: "is a directory" },
      "/etc/sudoers.d": denied,
      "/etc/c": "A=1",
    });
    const reader = openReader(machine);
    expect(await reader.list("/etc/sudoers.d")).toEqual({ files: [], directories: [] });
    const files = await reader.files(["/etc/b", "/etc/c", "/etc/b", "/etc/none"], {
      loaders: ["shell", "pam-env"],
    });
    expect(files.map(({ path }) => path)).toEqual(["/etc/c", "/etc/c"]);
    expect(reader.unreadable()).toEqual([
      { path: "/etc/b", reason: "is a directory" },
      { path: "/etc/sudoers.d", reason: "permission denied" },
    ]);
  });

  test("is the directory that bars the way, in place of all that may lie in it", async () => {
    const barred = { ...denied, at: "/root" };
    const reader = openReader(fakeMachine({ "/root/.curlrc": barred, "/root/.wgetrc": barred }));
    await reader.files(["/root/.curlrc", "/root/.wgetrc"], { loaders: ["curlrc"] });
    expect(reader.unreadable()).toEqual([{ path: "/root", reason: "permission denied" }]);
  });
});

describe("homes", () => {
  const users = filesAt("/home/b/x", "/home/a/x", "/home/file");

  test.each([
    [undefined, ["/root", "/home/a", "/home/b"]],
    ["/home/b/", ["/home/b", "/root", "/home/a"]],
    ["/Users/me", ["/Users/me", "/root", "/home/a", "/home/b"]],
    ["elsewhere", ["/root", "/home/a", "/home/b"]],
    ["/", ["/root", "/home/a", "/home/b"]],
  ])("HOME=%s", async (home, expected) => {
    const machine = fakeMachine(users, home === undefined ? {} : { HOME: home });
    expect(await openReader(machine).homes()).toEqual(expected);
  });
});

test("of a directory without end no more than a thousand files are read", async () => {
  const many = Array.from({ length: 1200 }, (_, index) => `/etc/profile.d/${index}.sh`);
  expect((await openReader(fakeMachine(filesAt(...many))).list("/etc/profile.d")).files).toHaveLength(1000);
});
