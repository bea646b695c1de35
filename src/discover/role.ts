import type { Role } from "../model/installation.ts";
import type { Machine } from "./machine.ts";

/** What stands on each kind of machine; a directory counts when something lies in it (domain-facts 1.1, 1.2). */
const SIGNS: readonly {
  readonly role: Role;
  readonly files: readonly string[];
  readonly directories: readonly string[];
}[] = [
  {
    role: "services",
    files: ["/etc/replicated.conf", "/etc/circle-installation-customizations", "/etc/default/replicated"],
    directories: ["/var/lib/replicated", "/etc/circleconfig"],
  },
  {
    role: "nomad-client",
    files: ["/etc/systemd/system/nomad.service", "/etc/nomad/config.hcl"],
    directories: ["/etc/systemd/system/nomad.service.d"],
  },
];

/** What a machine is, by what stands on it; a Services machine that also runs Nomad is a Services machine. */
export async function detectRole(machine: Machine): Promise<Role> {
  for (const { role, files, directories } of SIGNS) {
    const reads = await Promise.all(files.map((path) => machine.read(path)));
    const lists = await Promise.all(directories.map((path) => machine.list(path)));
    if (reads.some(({ kind }) => kind !== "absent") || lists.some((list) => list.length > 0)) return role;
  }
  return "workstation";
}
