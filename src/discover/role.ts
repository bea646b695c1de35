import type { Role } from "../model/installation.ts";
import type { Fact } from "./fact.ts";
import type { DirectoryRead, FileRead, Machine } from "./machine.ts";
import { fragmentsOf } from "./unit-files.ts";

/** What stands on each kind of machine; a directory counts when something lies in it (domain-facts 1.1, 1.2). */
type Signs = {
  readonly role: Role;
  readonly files: readonly string[];
  readonly directories: readonly string[];
  readonly programs: readonly string[];
};

const SIGNS: readonly Signs[] = [
  {
    role: "services",
    files: [
      "/etc/replicated.conf",
      "/etc/circle-installation-customizations",
      "/etc/default/replicated",
      "/etc/default/replicated-operator",
      "/etc/sysconfig/replicated",
      "/etc/sysconfig/replicated-operator",
      ...fragmentsOf("replicated.service"),
    ],
    directories: [
      "/var/lib/replicated",
      "/etc/circleconfig",
      ...fragmentsOf("replicated.service").map((path) => `${path}.d`),
    ],
    programs: ["replicated", "replicated-operator", "replicated-ui"],
  },
  {
    role: "nomad-client",
    files: ["/etc/nomad/config.hcl", ...fragmentsOf("nomad.service")],
    directories: [...fragmentsOf("nomad.service").map((path) => `${path}.d`), "/etc/nomad", "/etc/nomad.d"],
    programs: ["nomad"],
  },
];

/**
 * What a machine is, by what stands and what runs on it; nothing where neither is a sign. A Services machine that
 * also runs Nomad is a Services machine.
 */
export async function detectRole(
  machine: Pick<Machine, "read" | "list">,
  running: readonly string[] = [],
): Promise<Fact<Role> | undefined> {
  for (const signs of SIGNS) {
    const found = (await firstSign(machine, signs)) ?? signs.programs.find((each) => running.includes(each));
    if (found !== undefined) return { value: signs.role, found };
  }
  return undefined;
}

async function firstSign(
  { read, list }: Pick<Machine, "read" | "list">,
  { files, directories }: Signs,
): Promise<string | undefined> {
  const reads = await Promise.all(files.map(read));
  const lists = await Promise.all(directories.map(list));
  const file = files.find((_, index) => isSign(reads[index]));
  return file ?? directories.find((_, index) => isSign(lists[index]));
}

/** Behind a closed directory there may be anything or nothing. */
function isSign(found: FileRead | DirectoryRead | undefined): boolean {
  switch (found?.kind) {
    case "text":
      return true;
    case "listed":
      return found.files.length + found.directories.length > 0;
    case "unreadable":
      return found.at === undefined;
    default:
      return false;
  }
}
