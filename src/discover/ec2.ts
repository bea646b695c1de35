import type { Installation } from "../model/installation.ts";
import type { CloudFacts } from "./cloud-init.ts";
import type { Fact } from "./fact.ts";
import type { Machine } from "./machine.ts";

/** Signs that the hardware shows on EC2: Xen's UUID, or the vendor and asset tag of Nitro (domain-facts 2.1). */
const SIGNS: Readonly<Record<string, RegExp>> = {
  "/sys/hypervisor/uuid": /^ec2/i,
  "/sys/class/dmi/id/sys_vendor": /^Amazon EC2\s*$/,
  "/sys/class/dmi/id/board_asset_tag": /^i-[0-9a-f]+\s*$/,
};

/** Whether a machine is an EC2 instance, by its hardware and by what cloud-init says; nothing where neither tells. */
export async function detectEc2(
  { read }: Pick<Machine, "read">,
  { cloud }: CloudFacts = {},
): Promise<Fact<Installation["onEc2"]> | undefined> {
  const signs = await Promise.all(
    Object.entries(SIGNS).map(async ([path, sign]) => ({ path, sign, file: await read(path) })),
  );
  const shown = signs.flatMap(({ path, sign, file }) =>
    file.kind === "text" ? [{ value: sign.test(file.text), found: path }] : [],
  );
  const told = cloud === undefined ? [] : [{ value: cloud.value === "aws", found: cloud.found }];
  const answers = [...shown, ...told];
  const answer = answers.find(({ value }) => value) ?? answers[0];
  return answer && { value: answer.value ? "yes" : "no", found: answer.found };
}
