import type { Space } from "./space.ts";

/**
 * Gives a machine an address and a route of IPv6, behind which the router passes nothing on and says nothing; gives what
 * takes them away.
 */
export async function brokenIpv6(router: Space, machine: Space): Promise<() => Promise<void>> {
  const cable = (change: "add" | "del") =>
    router.must(`ip address ${change} 2001:db8:a::1/64 dev '${machine.name}'`);
  await cable("add");
  // Without `nodad` the address may not be there yet when it is needed.
  await machine.must(`
    ip -6 address add 2001:db8:a::238/64 dev eth0 nodad
    ip -6 route add default via 2001:db8:a::1
  `);
  return async () => {
    await machine.must("ip -6 route del default; ip -6 address del 2001:db8:a::238/64 dev eth0");
    await cable("del");
  };
}
