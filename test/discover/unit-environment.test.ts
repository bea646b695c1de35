import { expect, test } from "vitest";
import { openReader } from "../../src/discover/reader.ts";
import { environmentFilesOf } from "../../src/discover/unit-environment.ts";
import { fakeMachine } from "./fake-machine.ts";
import { filesAt } from "./read-source.ts";

const { list } = openReader(fakeMachine(filesAt("/etc/x/a.env", "/etc/x/b.env", "/etc/y/c.env", "/top.env")));

test.each([
  ["/etc/x/a.env", ["/etc/x/a.env"]],
  ["/etc/not-there", ["/etc/not-there"]],
  ["/etc/x/?.env", ["/etc/x/a.env", "/etc/x/b.env"]],
  ["/*.env", ["/top.env"]],
  ["/etc/*/c.env", ["/etc/*/c.env"]],
  ["relative/a.env", []],
])("%s", async (path, expected) => {
  expect(await environmentFilesOf([`[Service]\nEnvironmentFile=${path}\n`], list)).toEqual(expected);
});
