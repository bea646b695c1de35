import type { Installation } from "../model/installation.ts";
import type { Machine } from "./machine.ts";

/** Signs that the hardware shows on EC2: Xen's UUID, or the vendor and asset tag of Nitro (domain-facts 2.1). */
const SIGNS: Readonly<Record<string, RegExp>> = {
  "/sys/hypervisor/uuid": /^ec2/i,
  "/sys/class/dmi/id/sys_vendor": /^Amazon EC2\s*$/,
  "/sys/class/dmi/id/board_asset_tag": /^i-[0-9a-f]+\s*$/,
};

/** Whether a machine is an EC2 instance; `unknown` where none of the signs can be read. */
export async function detectEc2(machine: Machine): Promise<Installation["onEc2"]> {
  const signs = await Promise.all(
    Object.entries(SIGNS).map(async ([path, sign]) => ({ sign, read: await machine.read(path) })),
  );
  const texts = signs.flatMap(({ sign, read }) => (read.kind === "text" ? [sign.test(read.text)] : []));
  if (texts.length === 0) return "unknown";
  return texts.includes(true) ? "yes" : "no";
}
