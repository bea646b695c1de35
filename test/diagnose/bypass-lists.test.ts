import { expect, test } from "vitest";
import { bypassLists, withoutBlanks } from "../../src/diagnose/bypass-lists.ts";
import { openCase } from "../../src/diagnose/evidence.ts";
import { describeSource } from "../../src/model/setting.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { judged } from "../rig/judged.ts";

async function listsOf(files: Readonly<Record<string, string>>, environment = {}) {
  const { circumstances, settings, judgement } = await judged({
    machine: fakeMachine(files, environment),
    flags: { role: "services" },
  });
  const the = openCase({ ...circumstances, settings, fileFaults: [], ...judgement });
  return bypassLists(the).map(({ value, settings: standing, readers }) => [
    value,
    standing.map(({ name, source }) => `${name} ${describeSource(source)}`).join(", "),
    readers.map(({ client }) => client).join(" "),
  ]);
}

test("both spellings of one file are one list, and two grammars read it once", async () => {
  expect(await listsOf({ "/etc/environment": "NO_PROXY=a\nno_proxy=a\n" }, { no_proxy: "a" })).toEqual([
    ["a", "no_proxy environment", "curl wget apt botocore go"],
    ["a", "NO_PROXY /etc/environment:1, no_proxy /etc/environment:2", "curl wget apt botocore go"],
  ]);
});

test("what is replaced, empty, not exported or no list is none", async () => {
  expect(
    await listsOf({
      "/etc/circle-installation-customizations":
        "export NO_PROXY=a\nexport NO_PROXY=b\nno_proxy=c\nexport no_proxy=\nexport http_proxy=http://d:1\n",
    }),
  ).toEqual([["b", "NO_PROXY /etc/circle-installation-customizations:2", "curl wget apt botocore go"]]);
  expect(await listsOf({ "/etc/circle-installation-customizations": "no_proxy=a\n" })).toEqual([]);
});

test("a unit's list has its one reader", async () => {
  expect(
    await listsOf({ "/etc/systemd/system/docker.service.d/p.conf": "[Service]\nEnvironment=NO_PROXY=a\n" }),
  ).toEqual([["a", "NO_PROXY /etc/systemd/system/docker.service.d/p.conf:2", "go"]]);
});

test("a list without blanks has one comma between entries", () => {
  expect(withoutBlanks(" a, b\t,,c  d ,")).toBe("a,b,c,d");
  expect(withoutBlanks("a, b # c d")).toBe("a,b");
});
