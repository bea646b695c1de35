import type { Installation, InstallationFlags } from "../model/installation.ts";
import type { ProgramName } from "../model/program.ts";
import { cloudFacts } from "./cloud-init.ts";
import { detectEc2 } from "./ec2.ts";
import type { Fact } from "./fact.ts";
import { findHostname } from "./hostname.ts";
import { findInit } from "./init.ts";
import type { Machine } from "./machine.ts";
import { findRegion } from "./region.ts";
import { findReplicated } from "./replicated-state.ts";
import { detectRole } from "./role.ts";
import { findServices } from "./services-host.ts";

/** What is assumed where neither a flag nor the machine tells. */
const DEFAULTS = { role: "workstation", egress: "standard", region: "us-east-1" } as const;

type Facts = { readonly [F in keyof Installation]?: Fact<NonNullable<Installation[F]>> };

/**
 * An installation as the flags and the machine tell, flags first. `running` names programs that run on it; of the
 * programs `asked` the versions are found out, which takes as long as the slowest of them.
 */
export async function describeInstallation(
  machine: Machine,
  flags: InstallationFlags,
  running: readonly string[],
  asked: readonly ProgramName[],
): Promise<Installation> {
  const [facts, programs] = await Promise.all([factsOf(machine, flags, running), machine.versions(asked)]);
  const { role, hostname, region, services, onEc2, init, replicated } = facts;
  return {
    role: role?.value ?? DEFAULTS.role,
    ...(hostname && { hostname: hostname.value }),
    egress: DEFAULTS.egress,
    region: region?.value ?? DEFAULTS.region,
    ...(services && { services: services.value }),
    ...flags,
    onEc2: onEc2?.value ?? "unknown",
    init: init?.value ?? "unknown",
    ...(replicated && { replicated: replicated.value }),
    addresses: machine.addresses,
    programs,
    found: whereFound(facts, flags),
  };
}

function whereFound(facts: Facts, flags: InstallationFlags): Installation["found"] {
  return Object.fromEntries([
    ...Object.keys(DEFAULTS).map((name) => [name, "default"]),
    ...Object.entries(facts).map(([name, { found }]) => [name, found]),
    ...Object.keys(flags).map((name) => [name, "flag"]),
  ]);
}

async function factsOf(
  machine: Machine,
  flags: InstallationFlags,
  running: readonly string[],
): Promise<Facts> {
  const [cloud, role] = await Promise.all([cloudFacts(machine), detectRole(machine, running)]);
  const [hostname, onEc2, region, services, init, replicated] = await Promise.all([
    findHostname(machine),
    detectEc2(machine, cloud),
    findRegion(machine, cloud),
    findServices(machine, flags.role ?? role?.value ?? DEFAULTS.role, cloud),
    findInit(machine),
    findReplicated(machine),
  ]);
  return {
    ...(role && { role }),
    ...(hostname && { hostname }),
    ...(onEc2 && { onEc2 }),
    ...(region && { region }),
    ...(services && { services }),
    ...(init && { init }),
    ...(replicated && { replicated }),
  };
}
