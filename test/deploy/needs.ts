import { spawnSync } from "node:child_process";
import { whyNoCompany } from "../network/company/needs.ts";

/** Why there can be no fleet here that Ansible checks, in plain words; `undefined` where there can. */
export function whyNoFleet(): string | undefined {
  const why = whyNoCompany();
  if (why !== undefined) return why;
  const missing = ["ansible-playbook", "ssh", "sudo"].filter(
    (name) => spawnSync(name, [name === "ssh" ? "-V" : "--version"]).error !== undefined,
  );
  return missing.length === 0 ? undefined : `needs ${missing.join(", ")}`;
}
