import type { Files } from "./machine.ts";
import { INSTANCES, MACHINES, type MachineName, REGION } from "./places.ts";

/** What the hardware and cloud-init of a machine tell: that it is an EC2 instance, or nothing. */
export function instanceFiles(machine: MachineName): Files {
  if (!(machine in INSTANCES)) return {};
  const cloud = {
    ds: { meta_data: { "local-ipv4": MACHINES[machine] } },
    v1: { cloud_name: "aws", region: REGION },
  };
  return {
    "/sys/class/dmi/id/sys_vendor": "Amazon EC2\n",
    "/run/cloud-init/instance-data.json": `${JSON.stringify(cloud, null, 1)}\n`,
  };
}
