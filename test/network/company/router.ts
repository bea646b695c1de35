import {
  INSTANCES,
  INTERNET_GATEWAY,
  MACHINES,
  type MachineName,
  PROXYS_RESOLVER,
  RESOLVER,
  ROUTER,
} from "./places.ts";
import { openSpace, type Space } from "./space.ts";

/** Addresses of the internet's hosts, all of them in one space. */
export const INTERNET = "198.51.100.0/24";

/** The port of the router on which a machine's own metadata service answers. */
export function metadataPort(name: keyof typeof INSTANCES): number {
  return 8001 + Object.keys(INSTANCES).indexOf(name);
}

/** A space through which all others reach each other, and by which all their packets can be filtered. */
export async function openRouter(): Promise<Space> {
  const router = await openSpace("router");
  await router.must(`
    echo 1 >/proc/sys/net/ipv4/ip_forward
    # Else it rejects but one packet a second.
    echo 0 >/proc/sys/net/ipv4/icmp_ratelimit
    for address in ${ROUTER} ${RESOLVER} ${PROXYS_RESOLVER}; do ip address add $address/32 dev lo; done
  `);
  return router;
}

/** Lays the cable between the router and a machine, which knows of nothing but the router. */
export async function connect(router: Space, machine: Space, address: string): Promise<void> {
  const { name, pid } = machine;
  await router.inNetwork(`
    ip link add '${name}' type veth peer name eth0 netns ${pid}
    ip address add ${ROUTER}/32 dev '${name}'
    ip link set '${name}' up
    ip route add ${address} dev '${name}'
  `);
  await machine.must(`
    ip address add ${address}/32 dev eth0
    ip link set eth0 up
    ip route add ${ROUTER} dev eth0
    ip route add default via ${ROUTER} src ${address}
  `);
}

/** The same for the internet's hosts, which share a space. */
export async function connectInternet(router: Space, internet: Space): Promise<void> {
  await connect(router, internet, INTERNET_GATEWAY);
  await router.must(`ip route add ${INTERNET} dev internet`);
  await internet.must(`ip route add local ${INTERNET} dev lo`);
}

/** Machines by name, each on its cable. */
export async function openMachines(router: Space): Promise<Readonly<Record<MachineName, Space>>> {
  const names = Object.keys(MACHINES) as readonly MachineName[];
  const opened = await Promise.all(
    names.map(async (name) => {
      const space = await openSpace(name);
      await connect(router, space, MACHINES[name]);
      return [name, space] as const;
    }),
  );
  return Object.fromEntries(opened) as Record<MachineName, Space>;
}
