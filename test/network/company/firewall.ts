import { EGRESS, INSTANCES, MACHINES } from "./places.ts";
import { metadataPort } from "./router.ts";
import type { Space } from "./space.ts";

/** What the router lets through. The company's machines reach each other, and the proxy reaches all. */
export type Firewall = {
  /** Addresses of the internet that every machine reaches without the proxy. */
  readonly open: readonly string[];
  /** What becomes of packets to all others. */
  readonly others: "rejected" | "dropped";
  /** Rules of nft's that come first, for what passes. */
  readonly faults?: readonly string[];
  /** The same for what is meant for the router itself, which is the name server. */
  readonly inputFaults?: readonly string[];
};

const OTHERS = {
  rejected: "reject with icmp type admin-prohibited",
  dropped: "drop",
} as const satisfies Record<Firewall["others"], string>;

/** Puts a firewall in place of the one that was there. */
export async function setFirewall(router: Space, firewall: Firewall): Promise<void> {
  await router.must("nft -f -", rulesOf(firewall));
}

function rulesOf({ open, others, faults = [], inputFaults = [] }: Firewall): string {
  const instances = Object.keys(INSTANCES) as readonly (keyof typeof INSTANCES)[];
  const metadata = instances.map(
    (name) =>
      `iifname "${name}" ip daddr 169.254.169.254 tcp dport 80 dnat to 10.0.0.1:${metadataPort(name)}`,
  );
  const ports = instances.map(metadataPort).join(", ");
  const chains = {
    "metadata { type nat hook prerouting priority -100;": metadata,
    "egress { type nat hook postrouting priority 100;": [
      `oifname internet ip saddr ${MACHINES.proxy} snat to ${EGRESS.proxy}`,
      `oifname internet ip saddr 10.0.0.0/8 snat to ${EGRESS.direct}`,
    ],
    // What the metadata service says lives for one hop: it reaches the machine, and none of its containers.
    "hops { type filter hook output priority 0;": [`tcp sport { ${ports} } meta length > 60 ip ttl set 1`],
    "input { type filter hook input priority 0;": inputFaults,
    "forward { type filter hook forward priority 0;": [
      ...faults,
      "ct state established,related accept",
      "ip daddr 10.0.0.0/8 accept",
      `ip saddr ${MACHINES.proxy} accept`,
      ...open.map((address) => `ip daddr ${address} accept`),
      OTHERS[others],
    ],
  };
  const text = Object.entries(chains).map(([head, rules]) => `chain ${head}\n${rules.join("\n")}\n}`);
  // The first line makes the second never fail.
  return `table ip company\ndelete table ip company\ntable ip company {\n${text.join("\n")}\n}\n`;
}
