import type { Machine } from "../discover/machine.ts";
import type { Network } from "../measure/network.ts";
import type { InstallationFlags } from "../model/installation.ts";
import { givenStore } from "../model/trust.ts";
import { openBlackHole } from "./black-hole.ts";
import { type CertificateAuthority, createAuthority } from "./certificate-authority.ts";
import { holdClosedPort } from "./closed-port.ts";
import { labMachine } from "./lab-machine.ts";
import { labNetwork } from "./lab-network.ts";
import type { Listener } from "./listener.ts";
import { startProxy } from "./proxy.ts";
import { openFakes, type Ports, roadsTo } from "./roads.ts";
import type { World } from "./world.ts";

/** A world that can be asked: a machine to discover, a network to measure, and an end to both. */
export type RunningWorld = {
  readonly flags: InstallationFlags;
  readonly machine: Machine;
  readonly network: Network;
  /** Ends every server, connection and thread of the world. */
  readonly close: () => Promise<void>;
};

type Closable = { readonly close: () => Promise<void> };

/** Makes a world real on loopback. Rejects, with nothing left running, where this machine does not let it. */
export async function startWorld(world: World): Promise<RunningWorld> {
  const running: Closable[] = [];
  let ended: Promise<void> | undefined;
  const keep = <T extends Closable>(closable: T): T => {
    // What comes up while another part has already failed is not waited for.
    if (ended === undefined) running.push(closable);
    else void closable.close();
    return closable;
  };
  // The last to start is the first to end: callers go before those they call.
  const end = async () => {
    for (const each of running.toReversed()) await each.close();
  };
  const close = () => {
    ended ??= end();
    return ended;
  };
  try {
    // Filling the black hole is waiting, making certificates is work: one is done within the other.
    const [hole, closed, { ports, authority }] = await Promise.all([
      openBlackHole().then(keep),
      holdClosedPort().then(keep),
      openHosts(world, keep),
    ]);
    const findRoad = roadsTo(ports, { hole, closed });
    const proxy = keep(await startProxy(world, findRoad));
    const { network } = keep(labNetwork(world, proxy.port, findRoad, [givenStore([authority.certificate])]));
    return { flags: world.flags, machine: labMachine(world, [authority.certificate]), network, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openHosts(
  world: World,
  opened: (listener: Listener) => void,
): Promise<{ readonly ports: Ports; readonly authority: CertificateAuthority }> {
  const [authority, filter] = await Promise.all([
    createAuthority("proxy-doctor lab authority"),
    createAuthority("Example Corporation web filter"),
  ]);
  return { ports: await openFakes(world, { authority, filter }, opened), authority };
}
