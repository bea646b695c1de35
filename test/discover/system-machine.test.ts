import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemMachine } from "../../src/discover/system-machine.ts";

const root = mkdtempSync(join(tmpdir(), "proxy-doctor-machine-"));
const own = systemMachine({ root: "/", environment: {} });
const other = systemMachine({ root, environment: { no_proxy: "a" } });

beforeAll(() => {
  mkdirSync(join(root, "proc/12"), { recursive: true });
  writeFileSync(join(root, "proc/12/comm"), "dockerd\n");
  writeFileSync(join(root, "proc/12/cmdline"), "/usr/bin/dockerd\0");
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/text"), "A=1");
});
afterAll(() => rmSync(root, { recursive: true }));

test("below another root stand that machine's files and processes", async () => {
  expect(await other.read("/etc/text")).toMatchObject({ kind: "text", text: "A=1" });
  expect(await other.list("/etc")).toMatchObject({ files: ["/etc/text"] });
  expect(await other.processes(["dockerd"])).toMatchObject([{ pid: 12, program: "dockerd" }]);
});

test("below another root no program is run, and this machine's addresses are not that one's", async () => {
  expect(await other.versions(["git"])).toEqual({});
  expect(other.outerAddresses).toEqual([]);
});

test("a machine is named by its own system, and another's by that one's files alone", () => {
  expect(own.hostname).toBe(hostname());
  expect(other.hostname).toBeUndefined();
});

test("the environment is the one that was given", () => {
  expect(other.environment).toEqual({ no_proxy: "a" });
});

describe("addresses", () => {
  test("are this machine's, without zone", () => {
    expect(own.addresses).toContain("127.0.0.1");
    expect(own.addresses.join()).not.toContain("%");
  });

  test("that others may know are those of no loopback interface and of no bridge", () => {
    expect(own.outerAddresses).not.toContain("127.0.0.1");
    for (const { address } of networkInterfaces()["docker0"] ?? []) {
      expect(own.outerAddresses).not.toContain(address);
    }
    const [first] = networkInterfaces()["eth0"] ?? [];
    if (first !== undefined) expect(own.outerAddresses).toContain(first.address);
  });
});
