import { expect, test } from "vitest";
import { remembering } from "../../src/discover/remembering.ts";
import { fakeMachine } from "./fake-machine.ts";

test("each file and directory is read once, even by two at once", async () => {
  const asked: string[] = [];
  const machine = fakeMachine({ "/etc/a": "A=1" });
  const known = remembering({
    ...machine,
    read: (path) => {
      asked.push(`read ${path}`);
      return machine.read(path);
    },
    list: (path) => {
      asked.push(`list ${path}`);
      return machine.list(path);
    },
  });
  const reads = await Promise.all([known.read("/etc/a"), known.read("/etc/a"), known.read("/etc/b")]);
  await known.list("/etc");
  expect(await known.list("/etc")).toMatchObject({ files: ["/etc/a"] });
  expect(reads.map(({ kind }) => kind)).toEqual(["text", "text", "absent"]);
  expect(asked).toEqual(["read /etc/a", "read /etc/b", "list /etc"]);
});
