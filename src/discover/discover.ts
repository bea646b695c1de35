import { readFaults, readSettings } from "../formats/index.ts";
import type { Installation, InstallationFlags } from "../model/installation.ts";
import type { ProgramName } from "../model/program.ts";
import type { Unreadable } from "../model/report.ts";
import type { FileFault, Setting, SettingsFile } from "../model/setting.ts";
import { circleCustomizations } from "./circle-customizations.ts";
import { dockerService } from "./docker-service.ts";
import { detectEc2 } from "./ec2.ts";
import { environmentSettings } from "./environment.ts";
import { etcEnvironment } from "./etc-environment.ts";
import type { Machine } from "./machine.ts";
import { nomadService } from "./nomad-service.ts";
import type { SettingsPlace } from "./place.ts";
import { replicatedConf } from "./replicated-conf.ts";
import { replicatedDefaults } from "./replicated-defaults.ts";
import { detectRole } from "./role.ts";

/** Every settings file that is looked for, in the order of the report. */
export const PLACES: readonly SettingsPlace[] = [
  etcEnvironment,
  circleCustomizations,
  replicatedConf,
  replicatedDefaults,
  dockerService,
  nomadService,
];

/** The programs that components are, or are made with. */
const PROGRAMS_OF_COMPONENTS: readonly ProgramName[] = ["curl", "docker", "apt"];

/** What was found on a machine. `files` holds the texts as they are, passwords included; it enters no report. */
type Discovery = {
  readonly installation: Installation;
  readonly settings: readonly Setting[];
  readonly files: readonly SettingsFile[];
  readonly fileFaults: readonly FileFault[];
  readonly unreadable: readonly Unreadable[];
};

type Found = { readonly files: readonly SettingsFile[]; readonly unreadable: readonly Unreadable[] };

/** Reads the settings and the facts of a machine; what the flags say wins over what is found. */
export async function discover(machine: Machine, flags: InstallationFlags): Promise<Discovery> {
  const [installation, ...found] = await Promise.all([
    describeInstallation(machine, flags),
    ...PLACES.map((place) => readPlace(machine, place)),
  ]);
  const files = found.flatMap((each) => each.files);
  return {
    installation,
    settings: [...environmentSettings(machine.environment), ...files.flatMap(readSettings)],
    files,
    fileFaults: files.flatMap(readFaults),
    unreadable: found.flatMap((each) => each.unreadable),
  };
}

async function describeInstallation(machine: Machine, flags: InstallationFlags): Promise<Installation> {
  const [role, onEc2, programs] = await Promise.all([
    flags.role ?? detectRole(machine),
    detectEc2(machine),
    machine.versions(PROGRAMS_OF_COMPONENTS),
  ]);
  return {
    egress: "standard",
    region: "us-east-1",
    ...flags,
    role,
    onEc2,
    addresses: machine.addresses,
    programs,
  };
}

async function readPlace(machine: Machine, place: SettingsPlace): Promise<Found> {
  const listed = await Promise.all((place.directories ?? []).map((directory) => machine.list(directory)));
  const paths = [...place.files, ...listed.flat().filter((path) => path.endsWith(".conf"))];
  const found = await Promise.all(paths.map((path) => readFile(machine, path, place)));
  return { files: found.flatMap((each) => each.files), unreadable: found.flatMap((each) => each.unreadable) };
}

async function readFile(machine: Machine, path: string, { loaders }: SettingsPlace): Promise<Found> {
  const read = await machine.read(path);
  switch (read.kind) {
    case "absent":
      return { files: [], unreadable: [] };
    case "unreadable":
      return { files: [], unreadable: [{ path, reason: read.reason }] };
    case "text":
      return { files: loaders.map((loader) => ({ path, loader, text: read.text })), unreadable: [] };
  }
}
