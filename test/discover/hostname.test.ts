import { expect, test } from "vitest";
import { findHostname } from "../../src/discover/hostname.ts";
import { fakeMachine } from "./fake-machine.ts";

const machine = fakeMachine({ "/etc/hostname": "# by cloud-init\n\nnomad-7.example.com\n" });

test("a machine's system tells its name", async () => {
  const found = await findHostname({ ...machine, hostname: "ip-10-0-1-238" });
  expect(found).toEqual({ value: "ip-10-0-1-238", found: "the system" });
});

test("of another machine's files, /etc/hostname tells it", async () => {
  expect(await findHostname(machine)).toEqual({ value: "nomad-7.example.com", found: "/etc/hostname:3" });
});

test.each(["", "# nothing else\n", "two words\n", "\u001b[2J\n"])("%j names no machine", async (text) => {
  expect(await findHostname(fakeMachine({ "/etc/hostname": text }))).toBeUndefined();
});

test("where no file is, there is no name", async () => {
  expect(await findHostname(fakeMachine({}))).toBeUndefined();
});
