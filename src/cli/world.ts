import type { Machine } from "../discover/machine.ts";
import { certificatesIn } from "../discover/trust-stores/certificates-in.ts";
import type { Network } from "../measure/network.ts";
import type { InstallationFlags } from "../model/installation.ts";
import { givenStore } from "../model/trust.ts";
import { givenEnvironment } from "./given-environment.ts";
import { readNamed, requireDirectory } from "./named-file.ts";
import type { JudgedOptions, MeasuredOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** Where a check takes place: this machine, or one of the lab's. */
export type Surroundings = {
  readonly machine: Machine;
  readonly network: Network;
  readonly flags: InstallationFlags;
  readonly close: () => Promise<void>;
};

/** The options that say where something takes place. */
type PlaceOptions = Pick<MeasuredOptions, "root" | "envFile" | "environment" | "lab" | "caFile">;

/** Opens the world that the options ask for; files that they name are waited for until `signal` aborts. */
export async function openWorld(options: PlaceOptions, signal: AbortSignal): Promise<Surroundings> {
  // What may fail comes before the world is open, which nobody would close.
  const { keepParserAsItIs } = await import("./http-parser.ts");
  keepParserAsItIs();
  return options.lab === undefined ? thisMachine(options, signal) : laboratory(options.lab);
}

async function thisMachine(options: PlaceOptions, signal: AbortSignal): Promise<Surroundings> {
  const { caFile } = options;
  const stores = caFile === undefined ? [] : [givenStore(certificatesIn(await readCaFile(caFile, signal)))];
  const machine = await machineBelow(options, signal);
  const { systemNetwork } = await import("../measure/system-network.ts");
  const network = systemNetwork(stores);
  return { machine, network, flags: {}, close: async () => network.close() };
}

/** The machine alone, for what needs no network. */
export async function openMachine(
  options: JudgedOptions,
  signal: AbortSignal,
): Promise<Pick<Surroundings, "machine" | "flags">> {
  if (options.lab === undefined) return { machine: await machineBelow(options, signal), flags: {} };
  const { labMachine } = await import("../lab/lab-machine.ts");
  const { worldNamed } = await import("./lab-command.ts");
  const world = worldNamed(options.lab);
  return { machine: labMachine(world), flags: world.flags };
}

/** The machine below the root that the options name, with the environment that they give it. */
export async function machineBelow(
  options: Pick<JudgedOptions, "root" | "envFile" | "environment">,
  signal: AbortSignal,
): Promise<Machine> {
  const { root } = options;
  if (root !== undefined) await requireDirectory("--root", root);
  // Below another root lies another machine, of which this process's environment says nothing.
  const own = root === undefined && options.environment;
  const environment = await givenEnvironment({ ...options, environment: own }, signal);
  const { systemMachine } = await import("../discover/system-machine.ts");
  return systemMachine({ root: root ?? "/", environment });
}

async function readCaFile(path: string, signal: AbortSignal): Promise<string> {
  const pem = await readNamed("--ca-file", path, signal);
  const { createSecureContext } = await import("node:tls");
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) {
    throw new UsageError(`--ca-file: ${path} holds no certificate in PEM form`);
  }
  try {
    createSecureContext({ ca: pem });
  } catch {
    throw new UsageError(`--ca-file: ${path} holds a certificate that cannot be read`);
  }
  return pem;
}

async function laboratory(name: string): Promise<Surroundings> {
  const { startWorld } = await import("../lab/start-world.ts");
  const { worldNamed } = await import("./lab-command.ts");
  return startWorld(worldNamed(name));
}
