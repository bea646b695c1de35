import { expect, test } from "vitest";
import { detectEc2 } from "../../src/discover/ec2.ts";
import { fakeMachine } from "./fake-machine.ts";

const UUID = "/sys/hypervisor/uuid";
const VENDOR = "/sys/class/dmi/id/sys_vendor";
const TAG = "/sys/class/dmi/id/board_asset_tag";

test.each([
  ["yes", UUID, { [UUID]: "ec2e1916-9099-7caf-fd21-012345abcdef\n" }],
  ["yes", VENDOR, { [VENDOR]: "Amazon EC2\n", [TAG]: "i-0123456789abcdef0\n" }],
  ["yes", TAG, { [VENDOR]: "unreadable vendor\n", [TAG]: "i-0123456789abcdef0\n" }],
  ["no", VENDOR, { [VENDOR]: "QEMU\n", [TAG]: "\n" }],
  ["no", UUID, { [UUID]: "7f3c1916-9099-7caf-fd21-012345abcdef\n" }],
] as const)("%s, by %s", async (value, found, files) => {
  expect(await detectEc2(fakeMachine(files))).toEqual({ value, found });
});

test.each([{}, { [TAG]: { kind: "unreadable", reason: "permission denied" } }] as const)(
  "nothing is said where nothing can be read: %j",
  async (files) => {
    expect(await detectEc2(fakeMachine(files))).toBeUndefined();
  },
);

test("what cloud-init says counts where the hardware says nothing of EC2", async () => {
  const cloud = (value: string) => ({ cloud: { value, found: "data:3" } });
  expect(await detectEc2(fakeMachine({}), cloud("aws"))).toEqual({ value: "yes", found: "data:3" });
  expect(await detectEc2(fakeMachine({}), cloud("openstack"))).toEqual({ value: "no", found: "data:3" });
  expect(await detectEc2(fakeMachine({ [VENDOR]: "QEMU" }), cloud("aws"))).toMatchObject({ value: "yes" });
});
