import { expect, test } from "vitest";
import { detectEc2 } from "../../src/discover/ec2.ts";
import { fakeMachine } from "./fake-machine.ts";

const UUID = "/sys/hypervisor/uuid";
const VENDOR = "/sys/class/dmi/id/sys_vendor";
const TAG = "/sys/class/dmi/id/board_asset_tag";

test.each([
  ["yes", { [UUID]: "ec2e1916-9099-7caf-fd21-012345abcdef\n" }],
  ["yes", { [VENDOR]: "Amazon EC2\n", [TAG]: "i-0123456789abcdef0\n" }],
  ["yes", { [VENDOR]: "unreadable vendor\n", [TAG]: "i-0123456789abcdef0\n" }],
  ["no", { [VENDOR]: "QEMU\n", [TAG]: "\n" }],
  ["no", { [UUID]: "7f3c1916-9099-7caf-fd21-012345abcdef\n" }],
  ["unknown", {}],
  ["unknown", { [TAG]: { kind: "unreadable", reason: "permission denied" } }],
] as const)("%s: %j", async (expected, files) => {
  expect(await detectEc2(fakeMachine(files))).toBe(expected);
});
