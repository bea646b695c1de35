import { describe, expect, test } from "vitest";
import { labMachine } from "../../src/lab/lab-machine.ts";
import { WORLDS } from "../../src/lab/worlds.ts";

const machine = labMachine({
  ...WORLDS.healthy,
  files: { "/etc/a/2.conf": "two", "/etc/a/1.conf": "one", "/etc/a/b/3.conf": "three", "/etc/ab": "no" },
  environment: { NAME: "value" },
  addresses: ["10.0.1.238"],
});

describe("a machine of the lab", () => {
  test("reads the files of its world and no others", async () => {
    expect(await machine.read("/etc/a/1.conf")).toEqual({ kind: "text", text: "one" });
    expect(await machine.read("/etc/a")).toEqual({ kind: "absent" });
    expect(await machine.read("/etc/passwd")).toEqual({ kind: "absent" });
  });

  test.each(["/etc/a", "/etc/a/"])("lists what is directly in %s, sorted", async (directory) => {
    expect(await machine.list(directory)).toEqual({
      kind: "listed",
      files: ["/etc/a/1.conf", "/etc/a/2.conf"],
      directories: ["/etc/a/b"],
    });
  });

  test("lists nothing where there is no directory", async () => {
    expect(await machine.list("/nowhere")).toEqual({ kind: "absent" });
  });

  test("has its world's environment and addresses", () => {
    expect(machine.environment).toEqual({ NAME: "value" });
    expect(machine.addresses).toEqual(["10.0.1.238"]);
  });
});
